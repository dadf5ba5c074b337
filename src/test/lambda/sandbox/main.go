// Runs a function in the core of AWS's Runtime Interface Emulator and offers the core's own HTTP interface, whose
// /test/directInvoke passes streamed responses on as Lambda does, with trailers. The emulator's program buffers them.
//
//	lambda-sandbox ADDRESS RUNTIME-API-ADDRESS COMMAND [ARGUMENT...]
//
// The packages of the core are internal to their module, so this file is compiled inside a copy of it.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-runtime-interface-emulator/internal/lambda/rapidcore"
	"github.com/aws/aws-lambda-runtime-interface-emulator/internal/lambda/rapidcore/standalone"
	"github.com/aws/aws-lambda-runtime-interface-emulator/internal/lambda/rapidcore/standalone/telemetry"
	"github.com/aws/aws-lambda-runtime-interface-emulator/internal/lambda/rie"
	"github.com/go-chi/chi/v5"
)

func main() {
	address, runtimeAPI, command := os.Args[1], os.Args[2], os.Args[3:]
	rapidcore.SetLogLevel("info")
	events := new(telemetry.StandaloneEventsAPI)
	builder := rapidcore.NewSandboxBuilder().
		AddShutdownFunc(func() { os.Exit(0) }).
		SetExtensionsFlag(true).
		SetEventsAPI(events).
		SetRuntimeAPIAddress(runtimeAPI)
	sandbox, state := builder.Create()
	server := builder.DefaultInteropServer()
	server.SetSandboxContext(sandbox)
	server.SetInternalStateGetter(state)
	// The core's own router has a route that the version of chi in its go.mod rejects.
	router := chi.NewRouter()
	bootstrap := rie.NewSimpleBootstrap(command, "/")
	router.Get("/test/ping", standalone.PingHandler)
	router.Post("/test/init", func(w http.ResponseWriter, r *http.Request) { standalone.InitHandler(w, r, server, bootstrap) })
	router.Post("/test/waitUntilInitialized", of(server, standalone.WaitUntilInitializedHandler))
	router.Post("/test/reserve", of(server, standalone.ReserveHandler))
	router.Post("/test/directInvoke/{reservationtoken}", of(server, standalone.DirectInvokeHandler))
	router.Post("/test/waitUntilRelease", of(server, standalone.WaitUntilReleaseHandler))
	router.Post("/test/reset", of(server, standalone.ResetHandler))
	router.Post("/2015-03-31/functions/{name}/invocations", func(w http.ResponseWriter, r *http.Request) {
		standalone.Execute(w, r, builder.LambdaInvokeAPI())
	})
	log.Fatal(http.ListenAndServe(address, router))
}

func of(server standalone.InteropServer, handler func(http.ResponseWriter, *http.Request, standalone.InteropServer)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { handler(w, r, server) }
}
