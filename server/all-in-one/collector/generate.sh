#!/bin/sh
# Makes otlp_pb.ts and trace_service_pb.ts. Needs protoc (3.21 or newer) on the PATH; run it after a change to a .proto file.
set -eu
cd "$(dirname "$0")"
protoc --proto_path=. \
  --plugin=protoc-gen-es=../../../node_modules/.bin/protoc-gen-es \
  --es_out=. --es_opt=target=ts,import_extension=ts,erasable_syntax=true \
  otlp.proto trace_service.proto
