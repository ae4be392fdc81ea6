# shellcheck shell=bash
# The step of .ci/run that uses the page of the local run in a browser. It
# needs what install_mail_checks brings.

# shellcheck disable=SC2154 # work is set by lib.sh
page_in_browser() {
	local page
	page=127.0.0.1:$(free_port)
	go build -o "$work/bin/onrecord" ./functions/local
	mkdir "$work/inbox"
	printf 'GIF89a' >"$work/picture.gif"
	serve onrecord "$page" "$work/bin/onrecord" serve -page "$page" \
		-s3 "127.0.0.1:$(free_port)" -ses "127.0.0.1:$(free_port)" -watch "$work/inbox"
	# The samples are digested and mailed before it says where it is.
	local tries=0
	until grep -q '^Page' "$work/onrecord.server.log"; do
		((++tries <= 300)) || return 1
		sleep 0.1
	done
	cp .ci/page/page.mjs "$work/mails"
	(cd "$work/mails" && node page.mjs "http://$page" "$OLDPWD/events/articles/local/tram-line-6-flood.html" "$work/picture.gif")
}
