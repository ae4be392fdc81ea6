# Every target is one command that you could type.
SAM_BUILD = GOFLAGS='-tags=lambda.norpc "-ldflags=-s -w"' sam build

# One way to build everything: what needs no C compiler is compiled once.
export CGO_ENABLED = 0

.PHONY: run test golden fuzz bench build invoke deploy clean

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
	while read -r package target; do go test -run '^$$' -fuzz "^$$target$$" -fuzztime 1m "$$package" || exit 1; done

bench:
	go test -run '^$$' -bench . -benchmem ./internal/...

build: ## never cached: a cached build misses changes in internal/
	sam validate --lint
	$(SAM_BUILD)

invoke: build
	sam local invoke IngestFunction -e events/s3-put.json

deploy: build
	sam deploy

clean:
	rm -rf .aws-sam inbox local
