package pdf_test

import (
	"fmt"

	"onrecord/internal/document/pdf"
)

func ExampleRead() {
	f, err := pdf.Read([]byte(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Kids[3 0 R]>> endobj
3 0 obj <</Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <<>> stream
BT /F 18 Tf 50 700 Td (Snow closes the pass) Tj /F 9 Tf 0 -30 Td (It fell for) Tj 0 -11 Td (nine hours.) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Headline)
	fmt.Println(f.Text)
	// Output:
	// Snow closes the pass
	// Snow closes the pass
	//
	// It fell for nine hours.
}
