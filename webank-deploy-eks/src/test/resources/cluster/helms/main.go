// Command helms renders charts with Helm 3 and Helm 4, as `helm template` does.
//
// Each line of its input is a question, and it answers each with a line, in the same order. A chart is read once.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"runtime"
	"strings"
	"sync"

	action3 "helm.sh/helm/v3/pkg/action"
	loader3 "helm.sh/helm/v3/pkg/chart/loader"
	util3 "helm.sh/helm/v3/pkg/chartutil"
	action4 "helm.sh/helm/v4/pkg/action"
	common4 "helm.sh/helm/v4/pkg/chart/common"
	archive4 "helm.sh/helm/v4/pkg/chart/loader/archive"
	loader4 "helm.sh/helm/v4/pkg/chart/v2/loader"
	release4 "helm.sh/helm/v4/pkg/release/v1"
)

type question struct {
	// A folder or an archive.
	Chart       string
	Release     string
	Namespace   string
	KubeVersion string
	Values      json.RawMessage
}

// What one Helm says: the documents, or why there are none.
type rendering struct {
	Documents string `json:"documents"`
	Error     string `json:"error"`
}

type answer struct {
	Helm3 rendering `json:"helm3"`
	Helm4 rendering `json:"helm4"`
}

func main() {
	log.SetOutput(io.Discard)
	slog.SetDefault(slog.New(slog.DiscardHandler))
	// The answers in the order of the questions, of which as many are worked on as there are processors.
	answers := make(chan chan answer, runtime.GOMAXPROCS(0))
	go func() {
		defer close(answers)
		lines := bufio.NewReader(os.Stdin)
		for {
			line, err := lines.ReadBytes('\n')
			if len(line) > 0 {
				answered := make(chan answer, 1)
				answers <- answered
				go func() { answered <- answerTo(line) }()
			}
			if err != nil {
				return
			}
		}
	}()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for answered := range answers {
		if err := encoder.Encode(<-answered); err != nil {
			os.Exit(1)
		}
	}
}

func answerTo(line []byte) answer {
	var asked question
	if err := json.Unmarshal(line, &asked); err != nil {
		failed := rendering{Error: err.Error()}
		return answer{failed, failed}
	}
	return answer{said(helm3(asked)), said(helm4(asked))}
}

func said(documents string, err error) rendering {
	if err != nil {
		return rendering{Error: err.Error()}
	}
	return rendering{Documents: documents}
}

func document(path, text string) string {
	return fmt.Sprintf("---\n# Source: %s\n%s\n", path, text)
}

// Rendering changes a chart, so each gets its own, made from the files that were read.
var charts3, charts4 sync.Map

func helm3(asked question) (string, error) {
	files, found := charts3.Load(asked.Chart)
	if !found {
		chart, err := loader3.Load(asked.Chart)
		if err != nil {
			return "", err
		}
		var read []*loader3.BufferedFile
		for _, file := range chart.Raw {
			read = append(read, &loader3.BufferedFile{Name: file.Name, Data: file.Data})
		}
		charts3.Store(asked.Chart, read)
		files = read
	}
	chart, err := loader3.LoadFiles(files.([]*loader3.BufferedFile))
	if err != nil {
		return "", err
	}
	values, err := util3.ReadValues(asked.Values)
	if err != nil {
		return "", err
	}
	version, err := util3.ParseKubeVersion(asked.KubeVersion)
	if err != nil {
		return "", err
	}
	configuration := &action3.Configuration{Log: func(string, ...interface{}) {}}
	install := action3.NewInstall(configuration)
	install.DryRun = true
	install.DryRunOption = "true"
	install.Replace = true
	install.ClientOnly = true
	install.KubeVersion = version
	install.ReleaseName = asked.Release
	install.Namespace = asked.Namespace
	release, err := install.Run(chart, values)
	if err != nil {
		return "", err
	}
	var all strings.Builder
	all.WriteString(release.Manifest)
	for _, hook := range release.Hooks {
		all.WriteString(document(hook.Path, hook.Manifest))
	}
	return all.String(), nil
}

func helm4(asked question) (string, error) {
	files, found := charts4.Load(asked.Chart)
	if !found {
		chart, err := loader4.Load(asked.Chart)
		if err != nil {
			return "", err
		}
		var read []*archive4.BufferedFile
		for _, file := range chart.Raw {
			read = append(read, &archive4.BufferedFile{Name: file.Name, Data: file.Data})
		}
		charts4.Store(asked.Chart, read)
		files = read
	}
	chart, err := loader4.LoadFiles(files.([]*archive4.BufferedFile))
	if err != nil {
		return "", err
	}
	values, err := loader4.LoadValues(bytes.NewReader(asked.Values))
	if err != nil {
		return "", err
	}
	version, err := common4.ParseKubeVersion(asked.KubeVersion)
	if err != nil {
		return "", err
	}
	install := action4.NewInstall(action4.NewConfiguration())
	install.DryRunStrategy = action4.DryRunClient
	install.Replace = true
	install.KubeVersion = version
	install.ReleaseName = asked.Release
	install.Namespace = asked.Namespace
	releaser, err := install.Run(chart, values)
	if err != nil {
		return "", err
	}
	release, ok := releaser.(*release4.Release)
	if !ok {
		return "", fmt.Errorf("Helm 4 returned %T", releaser)
	}
	var all strings.Builder
	all.WriteString(release.Manifest)
	for _, hook := range release.Hooks {
		all.WriteString(document(hook.Path, hook.Manifest))
	}
	return all.String(), nil
}
