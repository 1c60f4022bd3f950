// Package s3 has the one type of the S3 client that Pulumi's file backend names.
package s3

// CopyObjectInput is looked for, and never met, when a state file is copied.
type CopyObjectInput struct {
	CopySource *string
}
