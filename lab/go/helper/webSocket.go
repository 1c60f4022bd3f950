package main

import (
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// https://www.rfc-editor.org/rfc/rfc6455
const (
	webSocketGUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
	longestFrame  = 1 << 20

	finalFrame = 0x80
	masked     = 0x80
	textFrame  = 0x1
	closeFrame = 0x8
	pingFrame  = 0x9
	pongFrame  = 0xA
)

// echoWebSocket first sends the headers that it saw, then every frame back.
func echoWebSocket(writer http.ResponseWriter, request *http.Request) {
	key := request.Header.Get("Sec-Websocket-Key")
	if key == "" {
		http.Error(writer, "this path is for WebSockets", http.StatusUpgradeRequired)
		return
	}
	connection, reader := hijack(writer)
	defer connection.Close()
	sum := sha1.Sum([]byte(key + webSocketGUID))
	fmt.Fprintf(connection,
		"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\nX-Kecs-Target: %s\r\n\r\n",
		base64.StdEncoding.EncodeToString(sum[:]), os.Getenv("KECS_TARGET"))
	hello, _ := json.Marshal(map[string]any{
		"backend": os.Getenv("KECS_TARGET"),
		"method":  request.Method,
		"url":     request.RequestURI,
		"host":    request.Host,
		"headers": request.Header,
	})
	if writeFrame(connection, finalFrame|textFrame, hello) != nil {
		return
	}
	for {
		head, payload, err := readFrame(reader)
		if err != nil {
			return
		}
		opcode := head & 0x0F
		switch opcode {
		case pongFrame:
			continue
		case pingFrame:
			head = finalFrame | pongFrame
		}
		if writeFrame(connection, head, payload) != nil || opcode == closeFrame {
			return
		}
	}
}

func readFrame(reader io.Reader) (head byte, payload []byte, err error) {
	var start [2]byte
	if _, err = io.ReadFull(reader, start[:]); err != nil {
		return 0, nil, err
	}
	size := uint64(start[1] &^ masked)
	switch size {
	case 126:
		var short uint16
		err = binary.Read(reader, binary.BigEndian, &short)
		size = uint64(short)
	case 127:
		err = binary.Read(reader, binary.BigEndian, &size)
	}
	if err != nil || size > longestFrame || start[1]&masked == 0 {
		return 0, nil, fmt.Errorf("a frame of %d bytes: %w", size, io.ErrUnexpectedEOF)
	}
	var mask [4]byte
	payload = make([]byte, size)
	if _, err = io.ReadFull(reader, mask[:]); err == nil {
		_, err = io.ReadFull(reader, payload)
	}
	for index := range payload {
		payload[index] ^= mask[index%len(mask)]
	}
	return start[0], payload, err
}

func writeFrame(writer io.Writer, head byte, payload []byte) error {
	frame := []byte{head}
	switch size := len(payload); {
	case size < 126:
		frame = append(frame, byte(size))
	case size <= 0xFFFF:
		frame = binary.BigEndian.AppendUint16(append(frame, 126), uint16(size))
	default:
		frame = binary.BigEndian.AppendUint64(append(frame, 127), uint64(size))
	}
	_, err := writer.Write(append(frame, payload...))
	return err
}
