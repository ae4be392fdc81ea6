# Every target is a command that you could type, or some in a row.

# One way to build everything: what needs no C compiler is compiled once.
export CGO_ENABLED = 0

.PHONY: run test golden fuzz bench peers build invoke deploy clean \
	upload digests rejected subscribe unsubscribe subscribers rehearse beat logs alarms redrive purge redigest set

run: ## the whole of On Record on this machine
	@go build ./functions/local && exec ./local serve

test: ## what needs nothing but Go
	@test -z "$$(gofmt -l functions internal)" || { gofmt -d functions internal; exit 1; }
	go vet ./...
	go test ./...

golden: ## rewrite the wanted output of every case file; read the diff
	go test $$(git grep -lF '"update"' -- 'internal/*_test.go' | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

fuzz: ## each fuzz target for a minute
	@go test -list '^Fuzz' ./internal/... | awk '/^Fuzz/ {f[n++]=$$1} /^ok/ {for (i=0; i<n; i++) print $$2, f[i]; n=0}' | \
	while read -r package target; do go test -run '^$$' -fuzz "^$$target$$" -fuzztime 1m -fuzzminimizetime 1x "$$package" || exit 1; done

bench: ## speed, each figure beside a yardstick of the same run
	go test -run '^$$' -bench . -benchmem ./internal/...
	go run ./internal/bench/article events/articles/*/* $(PAGES)
	go run ./internal/bench/burst
	go run ./internal/bench/coldstart

peers: ## against what one would else run; needs npm and Python
	go run ./internal/bench/peers events/articles/*/*.html

# functions/goflags leaves out net/rpc, and HTTP/2, which S3 does not speak and
# SES need not. amd64 aligns functions to 32 bytes, which is 82 kB of padding;
# inlined calls are 500 kB of the SDK and of TLS, and save half a percent of a start.
build: ## never cached: a cached build misses changes in internal/
	sam validate --lint
	GOFLAGS="$$(cat functions/goflags)" sam build

invoke: ## both functions in Lambda's container, with the events in events/
	@bash .ci/invoke

deploy: build
	sam deploy

clean:
	rm -rf .aws-sam inbox local

# --- Daily acts on the deployed stack, thin over the AWS command line --------

AWS ?= aws
STACK ?= on-record
SECTION ?= news
FUNCTION ?= Ingest

# $(call output,NAME) is an output of the stack.
output = $$($(AWS) cloudformation describe-stacks --stack-name $(STACK) --output text \
	--query "Stacks[0].Outputs[?OutputKey=='$(1)'].OutputValue")

# $(call beat,PAYLOAD) calls deliver as the schedule does and prints its answer.
# The payload comes from a pipe, which both versions of the AWS command line
# take as it is.
beat = echo '$(1)' | $(AWS) lambda invoke --function-name "$(call output,DeliverFunctionName)" \
	--cli-read-timeout 900 --payload fileb:///dev/stdin /dev/stdout

# $(call list,FOLDER) lists what is in a folder of the digests bucket, by day
# of upload, from the day SINCE on.
list = $(AWS) s3api list-objects-v2 --bucket "$(call output,DigestsBucketName)" --prefix $(1)/ \
	$(if $(SINCE),--start-after "$(1)/$(subst -,/,$(SINCE))/") \
	--query 'sort_by(Contents || `[]`, &LastModified)[].[LastModified,Key]' --output text

upload: ## FILE=article.html SECTION=world
	$(AWS) s3 cp "$(FILE)" "s3://$(call output,ArticlesBucketName)/articles/$(SECTION)/"

digests: ## what was digested, newest last; SINCE=2026-11-23
	$(call list,digests)

rejected: ## what was rejected and why, newest last; SINCE=2026-11-23; needs jq
	@bucket=$(call output,DigestsBucketName); records=$$($(call list,rejected)) || exit 1; \
	printf '%s\n' "$$records" | while read -r at key; do [ -z "$$key" ] || \
		$(AWS) s3 cp --quiet "s3://$$bucket/$$key" - | jq -r '[.source.received_at, .source.key, .reason, .detail] | @tsv' || exit 1; \
	done

subscribe: ## READER=ada@example.org
	$(AWS) sesv2 create-contact --contact-list-name "$(call output,ContactListName)" --email-address "$(READER)" \
		--topic-preferences "TopicName=$(call output,TopicName),SubscriptionStatus=OPT_IN"

unsubscribe: ## READER=ada@example.org
	$(AWS) sesv2 delete-contact --contact-list-name "$(call output,ContactListName)" --email-address "$(READER)"

subscribers: ## who gets the mail, without those who left; needs jq
	@list=$(call output,ContactListName); topic=$(call output,TopicName); next=; \
	while page=$$($(AWS) sesv2 list-contacts --contact-list-name "$$list" --output json $${next:+--next-token "$$next"} \
			--filter "FilteredStatus=OPT_IN,TopicFilter={TopicName=$$topic,UseDefaultIfPreferenceUnavailable=true}"); do \
		printf %s "$$page" | jq -r '.Contacts[] | select(.UnsubscribeAll != true) | .EmailAddress'; \
		next=$$(printf %s "$$page" | jq -r '.NextToken // empty'); [ -n "$$next" ] || exit 0; sleep 1; \
	done; exit 1

rehearse: ## what the next mail would be; sends nothing
	$(call beat,{"dry_run":true})

beat: ## send what is due now, without waiting for the schedule
	$(call beat,{})

logs: ## FUNCTION=Ingest or Deliver
	$(AWS) logs tail "$(call output,$(FUNCTION)LogGroup)" --since 1d --follow

alarms: ## those that sound
	$(AWS) cloudwatch describe-alarms --state-value ALARM --alarm-name-prefix "$(call output,AlarmPrefix)" \
		--query 'MetricAlarms[].[AlarmName,AlarmDescription]' --output text

redrive: ## hand the uploads of the failure queue to ingest again; needs jq
	@queue=$(call output,IngestFailuresUrl); function=$(call output,IngestFunctionName); \
	while message=$$($(AWS) sqs receive-message --queue-url "$$queue" --wait-time-seconds 5 --output json --query 'Messages[0]') && \
		[ "$${message:-null}" != null ]; do \
		printf %s "$$message" | jq -r .Body | jq -c .requestPayload | \
			$(AWS) lambda invoke --function-name "$$function" --invocation-type Event --payload fileb:///dev/stdin /dev/null && \
		$(AWS) sqs delete-message --queue-url "$$queue" --receipt-handle "$$(printf %s "$$message" | jq -r .ReceiptHandle)" || exit 1; \
	done

purge: ## empty the failure queue of beats, which nobody has to try again
	$(AWS) sqs purge-queue --queue-url "$(call output,DeliverFailuresUrl)"

# What S3 says of uploads, as the events that it sent for them, twenty in one.
define events
[(. // [])[] | select(.LastModified >= $$since) | {
	eventSource: "aws:s3", eventName: "ObjectCreated:Put", eventTime: .LastModified,
	s3: {bucket: {name: $$bucket}, object: {key: (.Key | @uri), eTag: (.ETag | gsub("\""; "")), size: .Size, versionId: .VersionId}}
}] | . as $$all | range(0; length; 20) as $$i | {Records: $$all[$$i:$$i + 20]}
endef
export events

redigest: ## digest again what was uploaded since a day, as after an upgrade: SINCE=2026-11-23; needs jq
	@bucket=$(call output,ArticlesBucketName); function=$(call output,IngestFunctionName); \
	uploads=$$($(AWS) s3api list-object-versions --bucket "$$bucket" --prefix articles/ --output json --query 'Versions[?IsLatest]') || exit 1; \
	printf %s "$$uploads" | jq -c --arg bucket "$$bucket" --arg since "$(SINCE)" "$$events" | while read -r event; do \
		printf %s "$$event" | $(AWS) lambda invoke --function-name "$$function" --invocation-type Event --payload fileb:///dev/stdin /dev/null || exit 1; \
	done

# The parameters of the stack, one of them changed.
define changed
if any(.[]; .ParameterKey == $$name) then
	map({ParameterKey} + if .ParameterKey == $$name then {ParameterValue: $$value} else {UsePreviousValue: true} end)
else error("the stack has no parameter \($$name)") end
endef
export changed

set: ## PARAMETER=DeliveryHour VALUE=6: change one parameter of the stack and nothing else; needs jq
	@parameters=$$($(AWS) cloudformation describe-stacks --stack-name $(STACK) --output json --query 'Stacks[0].Parameters' | \
		jq --arg name "$(PARAMETER)" --arg value "$(VALUE)" "$$changed") && \
	printf %s "$$parameters" | $(AWS) cloudformation update-stack --stack-name $(STACK) --use-previous-template \
		--capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND --parameters file:///dev/stdin --query StackId --output text && \
	$(AWS) cloudformation wait stack-update-complete --stack-name $(STACK)
