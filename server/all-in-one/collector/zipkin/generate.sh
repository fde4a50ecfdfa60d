#!/bin/sh
# Makes zipkin_pb.ts from zipkin.proto. Needs protoc (3.21 or newer) on the PATH; run it after a change to zipkin.proto.
set -eu
cd "$(dirname "$0")"
protoc --proto_path=. \
  --plugin=protoc-gen-es=../../../../node_modules/.bin/protoc-gen-es \
  --es_out=. --es_opt=target=ts,import_extension=ts,erasable_syntax=true \
  zipkin.proto
