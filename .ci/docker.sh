# shellcheck shell=bash
# Both functions in the container that SAM runs them in: the last steps of
# .ci/run, and all of .ci/invoke.

# shellcheck disable=SC2154 # work is set by lib.sh
install_docker() {
	export DOCKER_HOST="unix://$work/docker.sock"
	retry quietly apt-docker env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y --no-install-recommends docker.io iptables busybox-static
	dockerd --host "$DOCKER_HOST" --data-root "$work/docker" --exec-root "$work/docker-exec" \
		--pidfile "$work/docker.pid" >"$work/dockerd.server.log" 2>&1 &
	servers+=("$!")
	local tries=0
	until docker info >/dev/null 2>&1; do
		((++tries <= 150)) || {
			echo "dockerd does not answer" >&2
			return 1
		}
		sleep 0.2
	done
	docker version --format 'engine {{.Server.Version}}'
}

base=onrecord-local/provided:al2023

# base_image S3_ENDPOINT SES_ENDPOINT makes the image that SAM builds on. The
# endpoints are in it, because SAM passes only variables that the template
# declares. Where the public image can't be had, a small one of our own does:
# SAM needs a shell, mv and chmod in it and brings the rest itself.
base_image() {
	local public=public.ecr.aws/lambda/provided:al2023
	if [[ -n ${ONRECORD_PULL:-} ]] && docker pull --quiet "$public"; then
		printf 'FROM %s\nENV AWS_ENDPOINT_URL_S3=%s AWS_ENDPOINT_URL_SESV2=%s\n' "$public" "$1" "$2" |
			docker build --quiet --tag "$base" -
		return
	fi
	local tree=$work/image
	mkdir -p "$tree/bin" "$tree/tmp" "$tree/var/task"
	cp /bin/busybox "$tree/bin/busybox"
	local name
	for name in sh mv chmod; do ln -sf busybox "$tree/bin/$name"; done
	tar -C "$tree" -c . | docker import \
		--change "ENV PATH=/bin" \
		--change "ENV AWS_ENDPOINT_URL_S3=$1" \
		--change "ENV AWS_ENDPOINT_URL_SESV2=$2" \
		- "$base" >/dev/null
}

# invoke FUNCTION EVENT OUTPUT runs a function once; what it returns goes to
# OUTPUT.
invoke() {
	timeout 300 "$work/sam/bin/sam" local invoke "$1" --event "$2" --template "$work/build-$(native)/template.yaml" \
		--parameter-overrides "Architecture=$(native) SenderAddress=digest@example.com" \
		--env-vars "$work/env.json" --skip-pull-image \
		--invoke-image "$base" >"$3" 2>"$work/$1.server.log" </dev/null
}

# bridge_address prints this machine's address on the network of the
# containers. An engine that has just made that network does not name the
# gateway yet; it is the first address.
bridge_address() {
	docker network inspect bridge --format '{{json .IPAM.Config}}' | python3 -c '
import ipaddress, json, sys
network = json.load(sys.stdin)[0]
print(network.get("Gateway") or next(ipaddress.ip_network(network["Subnet"]).hosts()))'
}

sam_local_invoke() {
	local host s3 ses articles digests
	host=$(bridge_address)
	s3=$host:$(free_port)
	ses=$host:$(free_port)
	export AWS_ACCESS_KEY_ID=onrecord-ci AWS_SECRET_ACCESS_KEY
	AWS_SECRET_ACCESS_KEY=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')
	mkdir "$work/s3-invoke"
	serve versitygw-invoke "$s3" env ROOT_ACCESS_KEY="$AWS_ACCESS_KEY_ID" ROOT_SECRET_KEY="$AWS_SECRET_ACCESS_KEY" \
		"$work/bin/versitygw" --region "$AWS_REGION" --port "$s3" posix "$work/s3-invoke"
	go build -o "$work/bin/ses" ./.ci/ses
	serve ses "$ses" "$work/bin/ses" "$ses"
	local ses_pid=${servers[-1]}
	base_image "http://$s3" "http://$ses"

	articles=$(python3 -c 'import json; print(json.load(open("events/s3-put.json"))["Records"][0]["s3"]["bucket"]["name"])')
	digests=${articles/-articles-/-digests-}
	cat >"$work/env.json" <<-JSON
		{"Parameters": {"DIGESTS_BUCKET": "$digests", "CONTACT_LIST": "on-record", "CONFIGURATION_SET": "on-record"}}
	JSON
	local check=("$work/sam/bin/python" .ci/invoke.py)
	"${check[@]}" upload "http://$s3"
	invoke IngestFunction events/s3-put.json "$work/ingest.out"
	"${check[@]}" digest "http://$s3" "$work/ingest.out"
	invoke DeliverFunction events/schedule.json "$work/deliver.out"
	kill "$ses_pid"
	wait "$ses_pid" || true
	"${check[@]}" deliver "http://$s3" "$work/deliver.out" "$work/ses.server.log"
}
