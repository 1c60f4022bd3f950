// Package azureblob registers no driver: the lab keeps its state in files.
package azureblob
