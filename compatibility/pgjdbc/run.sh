#!/bin/sh
# Runs pgjdbc's own tests directly and through Crossfade's proxy, and prints what differs.
# See docs/pgjdbc-suite.md. Arguments are passed on; --help lists them.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
if [ "${CROSSFADE_BUILT:-}" != yes ]; then
  (cd "$root" && ./mvnw -q -Pfast -pl compatibility/pgjdbc -am package -DskipTests)
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dcrossfade.suite.work="$here/target/pgjdbc-suite" -cp "$here/target/pgjdbc-suite.jar:$here/target/lib/*" \
  dev.crossfade.pgjdbc.Suite "$@"
