# shellcheck shell=bash
# The steps of .ci/run that check mails, and what is published beside them, as
# their readers get them.

# shellcheck disable=SC2154 # work is set by lib.sh
html_validate_version=10.17.0 # 11 wants Node 22
htmlhint_version=1.9.2
axe_version=4.14.1
puppeteer_version=25.16.0
mailpit_version=v1.27.11
feedparser_version=6.0.14

install_mail_checks() {
	retry quietly apt-mail env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y --no-install-recommends chromium spamassassin
	mkdir "$work/mails"
	cp .ci/mails/*.mjs .ci/mails/*.json .ci/mails/*.py "$work/mails"
	retry quietly npm-mails npm install --no-save --no-audit --no-fund --prefix "$work/mails" \
		"html-validate@$html_validate_version" "htmlhint@$htmlhint_version" \
		"axe-core@$axe_version" "puppeteer-core@$puppeteer_version"
	GOBIN="$work/bin" limit=900 retry quietly go-install-mailpit \
		go install "github.com/axllent/mailpit@$mailpit_version"
	venv feeds "feedparser==$feedparser_version"
}

# The mails of an ordinary issue, a quiet one, a busy one, an empty one, one
# of articles that mean harm, and of the sample articles.
write_mails() {
	mkdir "$work/mails/out"
	go run ./.ci/mails "$work/mails/out"
	go build -o "$work/bin/onrecord" ./functions/local
	local format
	for format in html eml; do
		"$work/bin/onrecord" issue -at 2026-11-23T07:00:00Z -format "$format" events/articles/*/* \
			>"$work/mails/out/sample.$format"
	done
	ls "$work/mails/out"
}

# Gmail clips what is longer, and hides the link to unsubscribe with it.
mail_sizes() {
	local mail bytes
	for mail in "$work"/mails/out/*.html; do
		bytes=$(stat -c %s "$mail")
		printf '%s: %s bytes\n' "$(basename "$mail")" "$bytes"
		[[ $mail == *-web-* ]] || ((bytes < 100000))
	done
}

mail_markup() (
	cd "$work/mails"
	node_modules/.bin/html-validate --config htmlvalidate.json --max-warnings 0 out/*.html
	quietly htmlhint node_modules/.bin/htmlhint --config htmlhint.json out/*.html
)

mail_in_browser() (
	cd "$work/mails"
	node browser.mjs out/*.html
)

# Without asking the network. 0 is what a plain letter gets.
mail_spam() {
	local mail report score
	for mail in "$work"/mails/out/*.eml; do
		report=$(spamassassin --local --test-mode <"$mail")
		score=$(grep -m1 -oE 'score=-?[0-9.]+' <<<"$report")
		printf '%s: %s\n' "$(basename "$mail")" "$score"
		awk -v score="${score#score=}" 'BEGIN { exit score > 0 }' || {
			sed -n '/Content analysis/,$p' <<<"$report" >&2
			return 1
		}
	done
}

# The share of mail clients' tests that a mail's HTML and CSS fail, in per
# cent. A mail without a story is its frame alone: what is for the dark and for
# wide screens, which old clients pass over, weighs twice in it.
mail_clients() {
	local smtp http mail most
	smtp=127.0.0.1:$(free_port)
	http=127.0.0.1:$(free_port)
	serve mailpit "$smtp" "$work/bin/mailpit" --smtp "$smtp" --listen "$http" --database "$work/mails/mailpit.db" \
		--disable-version-check
	for mail in "$work"/mails/out/*.eml; do
		most=1.0
		[[ $mail != */empty.eml ]] || most=2.0
		python3 .ci/mails/clients.py "$smtp" "http://$http" "$mail" "$most"
	done
}

feeds() { "$work/feeds/bin/python" .ci/mails/feeds.py "$work"/mails/out/*.xml; }
