package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

// fetchPatience is how long an answer may take.
const fetchPatience = 10 * time.Second

// fetch prints the answer to a GET of each place: a container without curl can ask others, and
// check itself. A status from 400 on is an error.
func fetch(places []string) error {
	client := http.Client{Timeout: fetchPatience}
	for _, place := range places {
		response, err := client.Get(os.ExpandEnv(place))
		if err != nil {
			return err
		}
		_, err = io.Copy(os.Stdout, response.Body)
		response.Body.Close()
		if err != nil {
			return err
		}
		if response.StatusCode >= http.StatusBadRequest {
			return fmt.Errorf("%s: %s", place, response.Status)
		}
	}
	return nil
}
