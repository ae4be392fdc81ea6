// Command tcp polls the Lambda runtime API once by hand: the limit for a cold
// start of a Go program.
package main

import (
	"io"
	"log"
	"net"
	"os"
)

func main() {
	api := os.Getenv("AWS_LAMBDA_RUNTIME_API")
	c, err := net.Dial("tcp", api)
	if err != nil {
		log.Fatal(err)
	}
	_, err = io.WriteString(c, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: "+api+"\r\n\r\n")
	if err != nil {
		log.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, c)
}
