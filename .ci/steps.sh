# shellcheck shell=bash
# The steps of .ci/run. Versions of what they install stand here and nowhere
# else.

# shellcheck disable=SC2154 # work is set by lib.sh
awscli_version=1.46.3
cfn_lint_version=1.58.0
sam_version=1.170.0
sam_translator_version=1.115.0
moto_version=5.2.5
ses_local_version=2.10.2
versitygw_version=v1.8.0

export AWS_REGION=eu-central-1 AWS_DEFAULT_REGION=eu-central-1
export AWS_EC2_METADATA_DISABLED=true
export SAM_CLI_TELEMETRY=0
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

install_packages() {
	local missing=()
	command -v make >/dev/null || missing+=(make)
	command -v gcc >/dev/null || missing+=(gcc libc6-dev)
	command -v jq >/dev/null || missing+=(jq)
	command -v valgrind >/dev/null || missing+=(valgrind)
	python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
	retry quietly apt-update apt-get update
	((${#missing[@]} == 0)) || retry quietly apt-install \
		env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
	retry quietly go-mod-download go mod download
	go version
	python3 --version
	node --version
}

# venv NAME PACKAGE… installs Python packages away from everybody else's.
venv() {
	local name=$1
	shift
	python3 -m venv "$work/$name"
	retry quietly "pip-$name" "$work/$name/bin/pip" install "$@"
}

install_cfn_lint() { venv cfn-lint "cfn-lint==$cfn_lint_version"; }

cfn_lint() { "$work/cfn-lint/bin/cfn-lint" template.yaml; }

install_versitygw() {
	GOBIN="$work/bin" limit=900 retry quietly go-install \
		go install "github.com/versity/versitygw/cmd/versitygw@$versitygw_version"
}

# The archive's contract, and all its other tests, on a server that checks
# signatures and runs in a process of its own; and deliver killed over it.
archive_contract() {
	local address key=onrecord-ci secret
	address=127.0.0.1:$(free_port)
	secret=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')
	mkdir "$work/s3" "$work/s3-versions"
	serve versitygw "$address" env ROOT_ACCESS_KEY="$key" ROOT_SECRET_KEY="$secret" \
		"$work/bin/versitygw" --region us-east-1 --port "$address" \
		posix --versioning-dir "$work/s3-versions" "$work/s3"
	ONRECORD_TEST_S3=http://$address AWS_ACCESS_KEY_ID=$key AWS_SECRET_ACCESS_KEY=$secret \
		go test -count=1 ./internal/archive/...
	used versitygw 'PUT'
	ONRECORD_TEST_S3=http://$address AWS_ACCESS_KEY_ID=$key AWS_SECRET_ACCESS_KEY=$secret \
		go test -count=1 -v -run 'TestKilled$' ./functions | grep -v '^=== '
}

# used NAME PATTERN wants the log of a server to show that tests asked it.
used() {
	grep -q "$2" "$work/$1.server.log" || {
		echo "no test asked $1 for anything" >&2
		return 1
	}
}

# The deliver function's own binary, ended with SIGKILL at random instants, and
# the rate of its mails: nothing else runs meanwhile. Each step has its time.
delivery_kills() {
	timeout --kill-after=10 900 go test -count=1 -timeout 15m -v -run 'TestKilled$|TestRate$' \
		./functions -kills 1000 -subscribers 20000 -fast | grep -v '^=== '
	timeout --kill-after=10 180 go test -count=1 -timeout 3m -v -run 'TestKilledInTrouble$' \
		./functions -kills 300 -subscribers 4000 | grep -v '^=== '
}

delivery_scale() {
	timeout --kill-after=10 300 go test -count=1 -timeout 5m -v -run 'TestScale$' ./functions -simulated 1000000 | grep -v '^=== '
}

install_ses() {
	venv moto "moto[server]==$moto_version" "awscli==$awscli_version" "aws-sam-translator==$sam_translator_version"
	retry quietly npm npm install --no-save --no-audit --no-fund --prefix "$work/npm" \
		"aws-ses-v2-local@$ses_local_version"
}

# The mailer's contract on the two SES stand-ins that others wrote, for what
# each supports.
mailer_contract() {
	local moto local_ses
	moto=127.0.0.1:$(free_port)
	serve moto "$moto" "$work/moto/bin/moto_server" -H 127.0.0.1 -p "${moto##*:}"
	local_ses=127.0.0.1:$(free_port)
	serve aws-ses-v2-local "$local_ses" node "$work/npm/node_modules/aws-ses-v2-local/dist/cli.js" \
		--host 127.0.0.1 --port "${local_ses##*:}"
	ONRECORD_TEST_SES=moto=http://$moto,aws-ses-v2-local=http://$local_ses \
		AWS_ACCESS_KEY_ID=onrecord-ci AWS_SECRET_ACCESS_KEY=onrecord-ci \
		go test -count=1 ./internal/mailer/...
	used moto 'POST /v2/email/outbound-emails'
	# This one logs nothing, but shows the mails it took.
	python3 -c 'import json, sys, urllib.request as r; sys.exit(not json.load(r.urlopen(sys.argv[1]))["emails"])' \
		"http://$local_ses/store" || {
		echo "no test sent aws-ses-v2-local a mail" >&2
		return 1
	}
}

install_sam() { venv sam "aws-sam-cli==$sam_version"; }

export __SAM_CLI_APP_DIR="$work/sam-home" # its notes about itself

sam_validate() { "$work/sam/bin/sam" validate --lint; }

# native prints the template's name for this machine's processor.
native() {
	local arch
	arch=$(uname -m)
	echo "${arch/aarch64/arm64}"
}

# sam_build ARCHITECTURE… builds both functions. Never cached: a cached build
# misses changes below internal/. The programs must come out as they are to be
# deployed.
sam_build() {
	local arch f info
	for arch; do
		CGO_ENABLED=0 GOFLAGS=$(<functions/goflags) limit=900 quietly "sam-build-$arch" \
			"$work/sam/bin/sam" build --no-cached --build-dir "$work/build-$arch" --parameter-overrides "Architecture=$arch"
		for f in IngestFunction DeliverFunction; do
			info=$(go version -m "$work/build-$arch/$f/bootstrap")
			for want in "GOARCH=${arch/x86_64/amd64}" CGO_ENABLED=0 -trimpath=true -tags=lambda.norpc,nethttpomithttp2; do
				[[ $info == *"$want"* ]] || {
					printf '%s for %s is not built with %s:\n%s\n' "$f" "$arch" "$want" "$info" >&2
					return 1
				}
			done
			printf '%s %s: %s bytes\n' "$arch" "$f" "$(stat -c %s "$work/build-$arch/$f/bootstrap")"
		done
	done
}
