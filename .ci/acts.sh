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
	echo '{}' | "$work/moto/bin/aws" --endpoint-url "$aws" \
		s3 cp - "s3://on-record-digests-123456789012-$AWS_REGION/rejected/2026/11/23/a.json"
	says "rejected/2026/11/23/a.json" act rejected
	act subscribe READER=ada@example.org
	says "ada@example.org" act subscribers
	act unsubscribe READER=ada@example.org
	says "" act subscribers
	says '"dry_run":true' act rehearse
	says '"StatusCode": 200' act beat
	says "" act alarms

	queue=$("$work/moto/bin/aws" --endpoint-url "$aws" sqs get-queue-url --queue-name on-record-ingest-failures --output text)
	for key in "one" "it%27s+a+%22second%22"; do
		"$work/moto/bin/aws" --endpoint-url "$aws" sqs send-message --queue-url "$queue" --message-body \
			"{\"version\": \"1.0\", \"requestPayload\": {\"Records\": [{\"s3\": {\"object\": {\"key\": \"articles/$key\"}}}]}}" >/dev/null
	done
	says '"StatusCode": 202' act redrive
	says "0" "$work/moto/bin/aws" --endpoint-url "$aws" sqs get-queue-attributes --queue-url "$queue" \
		--attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible --query 'sum(values(Attributes)[].to_number(@))'
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
