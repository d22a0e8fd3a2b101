// Renders a chart as "helm template" does, for machines without helm: values merged, templates executed with sprig and the functions of helm
// that the charts use. It validates nothing, and it knows no cluster: a template that looks something up there does not parse.
//
//	render CHART RELEASE NAMESPACE [VALUES.yaml...]
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"gopkg.in/yaml.v3"
)

type object = map[string]interface{}

func main() {
	if len(os.Args) < 4 {
		stop(fmt.Errorf("usage: render CHART RELEASE NAMESPACE [VALUES.yaml...]"))
	}
	chart, release, namespace := os.Args[1], os.Args[2], os.Args[3]
	values := read(filepath.Join(chart, "values.yaml"))
	for _, file := range os.Args[4:] {
		merge(values, read(file))
	}
	about := read(filepath.Join(chart, "Chart.yaml"))
	root := object{
		"Values":  values,
		"Chart":   object{"Name": about["name"], "Version": about["version"], "AppVersion": about["appVersion"]},
		"Release": object{"Name": release, "Namespace": namespace, "Service": "Helm", "IsInstall": true, "IsUpgrade": false, "Revision": 1},
		"Capabilities": object{
			"KubeVersion": object{"Version": "v1.32.0", "Major": "1", "Minor": "32"},
		},
	}
	for _, name := range execute(chart, root) {
		fmt.Println(name)
	}
}

func execute(chart string, root object) []string {
	files, err := filepath.Glob(filepath.Join(chart, "templates", "*"))
	stop(err)
	sort.Strings(files)
	all := template.New("chart").Option("missingkey=zero")
	all.Funcs(functions(all))
	for _, file := range files {
		text, err := os.ReadFile(file)
		stop(err)
		_, err = all.New(filepath.Base(file)).Parse(string(text))
		stop(err)
	}
	var documents []string
	for _, file := range files {
		name := filepath.Base(file)
		if strings.HasPrefix(name, "_") {
			continue
		}
		var out bytes.Buffer
		stop(all.ExecuteTemplate(&out, name, root))
		if text := strings.ReplaceAll(out.String(), "<no value>", ""); name != "NOTES.txt" && strings.TrimSpace(text) != "" {
			documents = append(documents, "---\n# Source: "+name+"\n"+text)
		}
	}
	return documents
}

// What helm adds to sprig, and without what it takes away: the environment of the machine is no value.
func functions(all *template.Template) template.FuncMap {
	known := sprig.TxtFuncMap()
	delete(known, "env")
	delete(known, "expandenv")
	known["include"] = func(name string, data interface{}) (string, error) {
		var out bytes.Buffer
		err := all.ExecuteTemplate(&out, name, data)
		return out.String(), err
	}
	known["tpl"] = func(text string, data interface{}) (string, error) {
		inner, err := template.Must(all.Clone()).New("tpl").Parse(text)
		if err != nil {
			return "", err
		}
		var out bytes.Buffer
		err = inner.Execute(&out, data)
		return out.String(), err
	}
	known["required"] = func(message string, value interface{}) (interface{}, error) {
		if value == nil || value == "" {
			return value, fmt.Errorf("%s", message)
		}
		return value, nil
	}
	known["toYaml"] = func(value interface{}) (string, error) {
		var out bytes.Buffer
		encoder := yaml.NewEncoder(&out)
		encoder.SetIndent(2)
		err := encoder.Encode(value)
		return strings.TrimSuffix(out.String(), "\n"), err
	}
	known["fromYaml"] = func(text string) (object, error) {
		value := object{}
		err := yaml.Unmarshal([]byte(text), &value)
		return value, err
	}
	return known
}

func read(path string) object {
	text, err := os.ReadFile(path)
	stop(err)
	value := object{}
	if err := yaml.Unmarshal(text, &value); err != nil {
		stop(fmt.Errorf("%s: %w", path, err))
	}
	return numbers(value).(object)
}

// Helm reads values as JSON, where every number is a float: a million then prints as 1e+06, and so it does here.
func numbers(value interface{}) interface{} {
	switch known := value.(type) {
	case object:
		for key, inner := range known {
			known[key] = numbers(inner)
		}
	case []interface{}:
		for i, inner := range known {
			known[i] = numbers(inner)
		}
	case int:
		return float64(known)
	}
	return value
}

// Maps are merged, everything else is replaced; null takes a key away.
func merge(into, from object) {
	for key, value := range from {
		inner, isObject := value.(object)
		known, wasObject := into[key].(object)
		switch {
		case value == nil:
			delete(into, key)
		case isObject && wasObject:
			merge(known, inner)
		default:
			into[key] = value
		}
	}
}

func stop(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	}
}
