package chroot

import (
	"encoding/json"
	"os"
)

// request is what the first process is told.
type request struct {
	Spec  Spec
	Extra int // how many descriptors there are from extraFD on
}

// outcome is what the first process reports: a Result, or why it could not.
type outcome struct {
	Result Result
	Failed string
}

// A talk is the two pipes between the caller and the first process: a request
// there, and an outcome back.
type talk struct {
	request, outcome   *os.File // the caller's ends
	specEnd, resultEnd *os.File // the first process's: specFD and resultFD
}

func newTalk() (*talk, error) {
	specRead, specWrite, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	resultRead, resultWrite, err := os.Pipe()
	if err != nil {
		closeAll(specRead, specWrite)
		return nil, err
	}
	return &talk{specWrite, resultRead, specRead, resultWrite}, nil
}

// tell sends the request to the first process, which has been started.
func (t *talk) tell(r request) error {
	closeAll(t.specEnd, t.resultEnd)
	if err := json.NewEncoder(t.request).Encode(r); err != nil {
		return err
	}
	return t.request.Close()
}

// hear waits for the outcome; io.EOF says that another program runs in the first
// process.
func (t *talk) hear() (o outcome, err error) {
	err = json.NewDecoder(t.outcome).Decode(&o)
	return o, err
}

func (t *talk) close() { closeAll(t.request, t.outcome, t.specEnd, t.resultEnd) }

func closeAll(files ...*os.File) {
	for _, file := range files {
		file.Close()
	}
}
