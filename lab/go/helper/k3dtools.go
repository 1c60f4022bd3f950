package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
)

const dockerSocket = "/var/run/docker.sock"

// k3dTools is what k3d runs in its tools container: `noop` keeps the container
// alive, `save-image` is called in it for `k3d image import`.
func k3dTools(arguments []string) error {
	if len(arguments) == 0 || arguments[0] == "noop" {
		return pause(nil)
	}
	if arguments[0] != "save-image" {
		return fmt.Errorf("only noop and save-image are here, not %q", arguments[0])
	}
	file, images, err := parseSaveImage(arguments[1:])
	if err != nil {
		return err
	}
	return saveImages(file, images)
}

func parseSaveImage(arguments []string) (file string, images []string, err error) {
	for len(arguments) > 0 {
		argument := arguments[0]
		arguments = arguments[1:]
		switch {
		case (argument == "-d" || argument == "--destination") && len(arguments) > 0:
			file, arguments = arguments[0], arguments[1:]
		case strings.HasPrefix(argument, "--destination="):
			file = strings.TrimPrefix(argument, "--destination=")
		case !strings.HasPrefix(argument, "-"):
			images = append(images, argument)
		}
	}
	if file == "" || len(images) == 0 {
		return "", nil, errors.New("usage: k3d-tools save-image --destination FILE IMAGE...")
	}
	return file, images, nil
}

// saveImages writes images of the machine's Docker daemon to one tar file.
func saveImages(file string, images []string) error {
	client := http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			var dialer net.Dialer
			return dialer.DialContext(ctx, "unix", dockerSocket)
		},
	}}
	query := url.Values{"names": images}
	response, err := client.Get("http://docker/images/get?" + query.Encode())
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		reason, _ := io.ReadAll(io.LimitReader(response.Body, 4096))
		return fmt.Errorf("docker answers %s: %s", response.Status, reason)
	}
	target, err := os.Create(file)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, response.Body)
	return errors.Join(err, target.Close())
}
