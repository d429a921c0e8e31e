// Command demarche makes a static site of a folder of digests: who said what
// to whom, when, and according to which source.
//
//	go run ./generator serve    preview the site of this folder
//	go run ./generator build    write it to public/
package main

import (
	"os"

	"demarche/generator/cli"
)

func main() {
	os.Exit(cli.Main(cli.FromProcess()))
}
