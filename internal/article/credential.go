package article

import "strings"

// credentials reports a part of a byline that is made of what people write
// behind their names: degrees, licences and orders, as in "Jane Doe, MD, PhD".
// The list is closed, since "CNN" looks the same, and leaves out the letters
// that are an agency's or an office's too (PA, AP, MP).
func credentials(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		if !credential(strings.Trim(w, ",®™")) {
			return false
		}
	}
	return true
}

// credential reports one degree, licence or order, with or without its full
// stops.
func credential(w string) bool {
	switch strings.ReplaceAll(w, ".", "") {
	case "BA", "BS", "BSc", "BSN", "BEd", "BFA", "MA", "MS", "MSc", "MBA", "MEd", "MFA", "MPA", "MPH", "MPP", "MSN", "MSW", "MPhil", "MTh", "PhD", "DPhil", "EdD", "PsyD", "ThD", "DBA", "DrPH", "ScD", "JD", "LLB", "LLM", "Esq", "EdM",
		"MD", "DO", "MBBS", "MBChB", "DDS", "DMD", "OD", "DC", "DPM", "DPT", "DVM", "VMD", "BVSc", "BVMS", "MRCVS", "PharmD", "ND", "RN", "LPN", "NP", "FNP", "DNP", "APRN", "CRNP", "CNM", "CRNA", "PA-C", "FNP-C", "FNP-BC", "AuD", "CCC-SLP", "SLP", "OTR", "OTR/L", "OT", "PT",
		"RD", "RDN", "LD", "LDN", "CDN", "CNS", "CDE", "CDCES", "CSSD", "CSCS", "CPT", "NASM-CPT", "ACE-CPT", "LCSW", "LMSW", "LMFT", "LPC", "LPCC", "LMHC", "LICSW", "BCBA", "IBCLC", "LVT", "RVT", "CVT", "VTS", "DACVB", "DACVIM", "DACVD", "DACVECC", "DABVP", "DipACVB", "DABOM",
		"FACP", "FACC", "FACS", "FAAP", "FACOG", "FAAD", "FAAFP", "FACEP", "FAHA", "FAND", "FACLM", "FRCS", "FRCP", "MRCP", "FRS", "FRSA", "FBA",
		"CFP", "CFA", "CPA", "CPWA", "CIMA", "ChFC", "CLU", "EA", "CEPF", "CRPC", "CRPS", "AFC", "AIF", "CAIA", "FRM", "ACA", "ACCA", "FCA", "FCAS", "ACAS", "FSA", "ASA", "PMP", "CISSP", "CISA", "CISM", "CPP", "PSP", "PE", "RA", "AIA", "FAIA", "LEED", "SHRM-CP", "SHRM-SCP", "SPHR", "PHR",
		"OBE", "MBE", "CBE", "KBE", "DBE", "KC", "QC", "SC", "AO", "AM", "OAM", "SJ", "OP", "OSB", "OFM", "Jr", "Sr", "II", "III", "IV", "Ret":
		return true
	}
	return false
}

// bareName returns a name without what stands behind it and before it.
func bareName(s string) string {
	s, _, _ = strings.Cut(s, ", ")
	for _, p := range [...]string{"Dr. ", "Dr ", "Prof. ", "Prof ", "Professor ", "Mr. ", "Mrs. ", "Ms. ", "Sir ", "Dame ", "Rev. ", "Fr. ", "Father ", "Sister ", "Rabbi "} {
		s = strings.TrimPrefix(s, p)
	}
	return s
}
