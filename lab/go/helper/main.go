// Helper is six small programs in one static binary of the standard library.
// Which one it is, its name tells (a link or an image's entry point), or else its
// first argument.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// roles are the programs, by name. Each returns when it has done its work.
var roles = map[string]func(arguments []string) error{
	"echo":      serveEcho,
	"whoami":    serveWhoami,
	"pause":     pause,
	"k3d-tools": k3dTools,
	"lookup":    lookup,
	"fetch":     fetch,
}

func main() {
	role, arguments := filepath.Base(os.Args[0]), os.Args[1:]
	// `echo lookup NAME` too: a pod of the test application can ask the cluster's DNS, or another pod.
	if len(arguments) > 0 && roles[arguments[0]] != nil {
		role, arguments = arguments[0], arguments[1:]
	}
	run, known := roles[role]
	if !known {
		fmt.Fprintln(os.Stderr, "usage: helper echo|whoami|pause|k3d-tools|lookup|fetch [argument...]")
		os.Exit(2)
	}
	if err := run(arguments); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", role, err)
		os.Exit(1)
	}
}
