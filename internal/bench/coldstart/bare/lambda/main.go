// Command lambda is the least that aws-lambda-go can be: the yardstick for a
// cold start.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func main() { lambda.Start(func(context.Context) error { return nil }) }
