// Package gcsblob registers no driver: the lab keeps its state in files.
package gcsblob

// Scheme is compared with the scheme of the backend's address.
const Scheme = "gs"
