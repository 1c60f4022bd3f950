// Package s3blob registers no driver: the lab keeps its state in files.
package s3blob
