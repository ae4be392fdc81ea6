# shellcheck shell=bash
# The Makefile's daily acts on a stack that is made of the real template, on a
# stand-in for AWS.

# act TARGET ARGUMENT… does one of them.
act() { make -s AWS="$work/moto/bin/aws --endpoint-url $aws" "$@"; }

# shellcheck disable=SC2154 # work is set by lib.sh
daily_acts() {
	local address queue
	address=127.0.0.1:$(free_port)
	aws=http://$address
	export AWS_ACCESS_KEY_ID=onrecord-ci AWS_SECRET_ACCESS_KEY=onrecord-ci
	serve moto-acts "$address" "$work/moto/bin/moto_server" -H 127.0.0.1 -p "${address##*:}"
	# Its functions answer with what they were asked, without a container.
	python3 -c 'import sys, urllib.request as r; r.urlopen(r.Request(sys.argv[1] + "/moto-api/config", b"{\"lambda\": {\"use_docker\": false}}"))' "$aws"
	"$work/moto/bin/python" .ci/stack.py "$aws"

	act upload FILE=events/articles/local/millbrook-library-hours.txt SECTION=local >/dev/null
	says "articles/local/millbrook-library-hours.txt" "$work/moto/bin/aws" --endpoint-url "$aws" \
		s3 ls --recursive "s3://on-record-articles-123456789012-$AWS_REGION/"
	says "" act digests
	for day in 22 23; do
		echo '{}' | "$work/moto/bin/aws" --endpoint-url "$aws" \
			s3 cp - "s3://on-record-digests-123456789012-$AWS_REGION/digests/2026/11/$day/a.json"
	done
	says "digests/2026/11/22/a.json" act digests
	says "digests/2026/11/23/a.json" act digests SINCE=2026-11-23
	lacks "digests/2026/11/22/a.json" act digests SINCE=2026-11-23
	says "" act rejected
	for key in a b; do
		echo '{"source": {"key": "articles/'$key'.gif", "received_at": "2026-11-23T06:00:00Z"}, "reason": "image", "detail": "A picture."}' |
			"$work/moto/bin/aws" --endpoint-url "$aws" \
				s3 cp - "s3://on-record-digests-123456789012-$AWS_REGION/rejected/2026/11/23/$key.json"
	done
	says $'2026-11-23T06:00:00Z\tarticles/a.gif\timage\tA picture.\n2026-11-23T06:00:00Z\tarticles/b.gif\timage' act rejected
	act subscribe READER=ada@example.org
	says "ada@example.org" act subscribers
	act unsubscribe READER=ada@example.org
	says "" act subscribers
	says '"dry_run":true' act rehearse
	says '"StatusCode": 200' act beat
	says "" act alarms

	# One event for what was uploaded, as ingest reads it.
	caught "$work/moto/bin/aws --endpoint-url $aws" "$work/aws"
	says "" act AWS="$work/aws" redigest SINCE=2999-01-01
	says "caught" act AWS="$work/aws" redigest SINCE=2000-01-01
	says '"ObjectCreated:Put" "articles%2Flocal%2Fmillbrook-library-hours.txt" 1' jq -j \
		'.Records[0] | @json "\(.eventName) \(.s3.object.key) ", (.eventTime | startswith("20") | if . then 1 else 0 end)' "$work/event.json"

	says "stack/on-record" act set PARAMETER=DeliveryHour VALUE=6
	says "6" "$work/moto/bin/aws" --endpoint-url "$aws" cloudformation describe-stacks --stack-name on-record \
		--query "Stacks[0].Parameters[?ParameterKey=='DeliveryHour'].ParameterValue" --output text
	says "digest@example.com" "$work/moto/bin/aws" --endpoint-url "$aws" cloudformation describe-stacks --stack-name on-record \
		--query "Stacks[0].Parameters[?ParameterKey=='SenderAddress'].ParameterValue" --output text
	if act set PARAMETER=DeliveryOur VALUE=6 2>/dev/null; then
		echo "set takes a parameter that the stack has not" >&2
		return 1
	fi

	queue=$("$work/moto/bin/aws" --endpoint-url "$aws" sqs get-queue-url --queue-name on-record-ingest-failures --output text)
	for key in "one" "it%27s+a+%22second%22"; do
		"$work/moto/bin/aws" --endpoint-url "$aws" sqs send-message --queue-url "$queue" --message-body \
			"{\"version\": \"1.0\", \"requestPayload\": {\"Records\": [{\"s3\": {\"object\": {\"key\": \"articles/$key\"}}}]}}" >/dev/null
	done
	says '"StatusCode": 202' act redrive
	empty "$queue"

	queue=$("$work/moto/bin/aws" --endpoint-url "$aws" sqs get-queue-url --queue-name on-record-deliver-failures --output text)
	"$work/moto/bin/aws" --endpoint-url "$aws" sqs send-message --queue-url "$queue" --message-body '{}' >/dev/null
	act purge
	empty "$queue"
}

# caught AWS FILE writes a program that is AWS, but keeps the event that a
# function would be called with.
caught() {
	cat >"$2" <<-EOF
		#!/bin/sh
		case "\$*" in
		*"lambda invoke"*) cat >"$work/event.json"; echo caught ;;
		*) exec $1 "\$@" ;;
		esac
	EOF
	chmod +x "$2"
}

# empty QUEUE wants a queue without a message.
empty() {
	says "0" "$work/moto/bin/aws" --endpoint-url "$aws" sqs get-queue-attributes --queue-url "$1" \
		--attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible --query 'sum(values(Attributes)[].to_number(@))'
}

# lacks TEXT COMMAND… wants a command to succeed and not to print TEXT.
lacks() {
	local unwanted=$1 got
	shift
	got=$("$@")
	if [[ $got == *"$unwanted"* ]]; then
		printf '%s printed %q, with %q in it\n' "$*" "$got" "$unwanted" >&2
		return 1
	fi
}

# says TEXT COMMAND… wants a command to print TEXT; nothing, where TEXT is "".
says() {
	local want=$1 got
	shift
	got=$("$@")
	if [[ -z $want && -n $got || $got != *"$want"* ]]; then
		printf '%s printed %q, want %q\n' "$*" "$got" "$want" >&2
		return 1
	fi
}
