# shellcheck shell=bash
# What .ci/run is made of: steps with a heading and a time, downloads that are
# tried twice, and servers that end with the run.

work=$(mktemp -d)
servers=()
current="start"
SECONDS=0

# step HEADING COMMAND… runs a command and says how long it took.
step() {
	local heading=$1 began=$SECONDS
	shift
	current=$heading
	printf '\n==== %s\n' "$heading"
	"$@" </dev/null
	printf -- '---- %s: %d s\n' "$heading" $((SECONDS - began))
}

# retry COMMAND… runs a download, once more where it fails.
retry() {
	"$@" && return
	echo "once more in 10 s: $*" >&2
	sleep 10
	"$@"
}

# quietly LOG COMMAND… keeps the output of a program for the case that it
# fails, and ends it after $limit seconds, five minutes where that is not set:
# a download that hangs is tried again.
quietly() {
	local log=$work/$1.log
	shift
	timeout --kill-after=10 "${limit:-300}" "$@" >"$log" 2>&1 || {
		tail -n 100 "$log" >&2
		return 1
	}
}

# free_port prints a port of the loopback address that nobody uses.
free_port() {
	python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# serve NAME ADDRESS COMMAND… starts a server and waits until it takes
# connections. Its log is shown if the run fails.
serve() {
	local name=$1 address=$2 pid
	shift 2
	"$@" >"$work/$name.server.log" 2>&1 &
	pid=$!
	servers+=("$pid")
	local host=${address%:*} port=${address##*:} tries=0
	until (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; do
		if ! kill -0 "$pid" 2>/dev/null || ((++tries > 300)); then
			echo "$name does not answer on $address" >&2
			return 1
		fi
		sleep 0.2
	done
}

# finish ends the servers, says how the run went, and shows the servers' logs
# where it failed.
finish() {
	local status=$? pid log
	trap - EXIT
	for pid in "${servers[@]}"; do
		kill "$pid" 2>/dev/null || true
		wait "$pid" 2>/dev/null || true
	done
	if ((status)); then
		for log in "$work"/*.server.log; do
			[[ -s $log ]] || continue
			printf '\n>>>> the last of %s\n' "$(basename "$log")"
			tail -n 60 "$log"
		done
		printf '\n==== FAILED in "%s" after %d s\n' "$current" "$SECONDS"
	else
		printf '\n==== all passed in %d s\n' "$SECONDS"
	fi
	chmod -R u+w "$work" 2>/dev/null || true
	rm -rf "$work"
	exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
