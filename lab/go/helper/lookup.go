package main

import (
	"fmt"
	"net"
	"strings"
)

// lookup prints the addresses of each name, one name a line.
func lookup(names []string) error {
	for _, name := range names {
		addresses, err := net.LookupHost(name)
		if err != nil {
			return err
		}
		fmt.Println(name, strings.Join(addresses, " "))
	}
	return nil
}
