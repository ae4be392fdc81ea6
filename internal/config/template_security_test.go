package config_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"onrecord/internal/deliver"
)

// statement is one Allow of a role.
type statement struct {
	role, sid          string
	actions, resources []string
}

// allowed returns every Allow statement of every role.
func allowed(tpl object) []statement {
	var found []statement
	for _, r := range resources(tpl, "AWS::IAM::Role") {
		for _, policy := range list(r.props("Policies")) {
			for _, s := range list(policy, "PolicyDocument", "Statement") {
				if branches := list(s, "Fn::If"); len(branches) == 3 {
					s = branches[1]
				}
				a := statement{role: r.id, sid: str(s, "Sid")}
				for _, v := range list(s, "Action") {
					a.actions = append(a.actions, text(v))
				}
				for _, v := range list(s, "Resource") {
					a.resources = append(a.resources, text(v))
				}
				found = append(found, a)
			}
		}
	}
	return found
}

// broad says why a statement may name a resource by a wildcard.
func broad(sid string) (resource, why string) {
	switch sid {
	case "WriteTraces":
		return "*", "X-Ray's write actions take no resource"
	case "ReadSendingLimits":
		return "*", "ses:GetAccount takes no resource"
	case "SendMailInSandbox":
		return "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/*",
			"in the sandbox SES checks the recipients' identities too; the sender is fixed by a condition"
	}
	return "", ""
}

func checkPermissions(tpl object) []string {
	var c complaints
	folder := regexp.MustCompile(`/(articles|digests|rejected|withdrawn|issues|ledger|rounds|subscribers|web/issues|web/feeds)/\*$`)
	for _, s := range allowed(tpl) {
		for _, a := range s.actions {
			if strings.Contains(a, "*") {
				c.addf("permissions: %s of %s may %s", s.sid, s.role, a)
			}
		}
		for _, r := range s.resources {
			ok, why := broad(s.sid)
			if strings.Contains(r, "*") && !folder.MatchString(r) && (why == "" || r != ok) {
				c.addf("permissions: %s of %s on %s", s.sid, s.role, r)
			}
		}
		if slices.Contains(s.actions, "ses:SendEmail") && !fromSender(tpl, s) {
			c.addf("permissions: %s of %s may send from any address", s.sid, s.role)
		}
	}
	for _, r := range resources(tpl, "AWS::IAM::Role") {
		if r.props("ManagedPolicyArns") != nil {
			c.addf("permissions: %s has a managed policy", r.id)
		}
	}
	for _, f := range functions(tpl) {
		if f.props("Policies") != nil || !exists(tpl, "AWS::IAM::Role", target(f.props("Role"))) {
			c.addf("permissions: %s has not just a role of its own", f.id)
		}
	}
	return c
}

// fromSender reports whether a statement fixes the From address.
func fromSender(tpl object, s statement) bool {
	for _, policy := range list(at(tpl, "Resources", s.role, "Properties", "Policies")) {
		for _, st := range list(policy, "PolicyDocument", "Statement") {
			if branches := list(st, "Fn::If"); len(branches) == 3 {
				st = branches[1]
			}
			if str(st, "Sid") == s.sid {
				return str(st, "Condition", "StringEquals", "ses:FromAddress", "Ref") == "SenderAddress"
			}
		}
	}
	return false
}

func exists(tpl object, kind, id string) bool {
	return slices.ContainsFunc(resources(tpl, kind), func(r named) bool { return r.id == id })
}

func checkBuckets(tpl object) []string {
	var c complaints
	for _, b := range resources(tpl, "AWS::S3::Bucket") {
		c.want("Retain", at(b.body, "DeletionPolicy"), "buckets: %s: DeletionPolicy", b.id)
		c.want("Retain", at(b.body, "UpdateReplacePolicy"), "buckets: %s: UpdateReplacePolicy", b.id)
		for _, switched := range []string{"BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"} {
			c.want("true", b.props("PublicAccessBlockConfiguration", switched), "buckets: %s: %s", b.id, switched)
		}
		c.want("[map[ServerSideEncryptionByDefault:map[SSEAlgorithm:AES256]]]",
			b.props("BucketEncryption", "ServerSideEncryptionConfiguration"), "buckets: %s: encryption", b.id)
		c.want("[map[ObjectOwnership:BucketOwnerEnforced]]", b.props("OwnershipControls", "Rules"), "buckets: %s: ownership", b.id)
		if !rule(b, "AbortIncompleteMultipartUpload") {
			c.addf("buckets: %s keeps the parts of broken uploads", b.id)
		}
		versioned := str(b.props("VersioningConfiguration", "Status")) == "Enabled"
		if versioned != rule(b, "NoncurrentVersionExpiration") {
			c.addf("buckets: %s has versions: %v, expires old ones: %v", b.id, versioned, !versioned)
		}
		arn := fmt.Sprintf("[${%s.Arn} ${%[1]s.Arn}/*]", b.id)
		if !tlsOnly(resources(tpl, "AWS::S3::BucketPolicy"), "s3:*", arn) {
			c.addf("buckets: %s can be read without TLS", b.id)
		}
	}
	c.want("Enabled", at(tpl, "Resources", "ArticlesBucket", "Properties", "VersioningConfiguration", "Status"), "buckets: versioning of ArticlesBucket")
	checkForgetting(tpl, &c)
	return c
}

// checkForgetting wants what names subscribers to go, but a ledger not before
// the rounds that could need it, and a round not before it is given up. A week
// is to spare for a stack that is paused on the last day.
func checkForgetting(tpl object, c *complaints) {
	open := int(deliver.OpenLongest.Hours() / 24)
	for _, f := range []struct {
		folder        string
		fewest, limit int // days
	}{
		{"subscribers/contacts/", 2, 30},
		{"ledger/", open + 7, 90},
		{"rounds/", open + 7, 400},
	} {
		days := expiry(tpl, f.folder)
		if days < f.fewest || days > f.limit {
			c.addf("buckets: %s is kept for %d days, want %d to %d", f.folder, days, f.fewest, f.limit)
		}
	}
	for _, folder := range []string{"", "digests/", "rejected/", "withdrawn/", "issues/", "web/", "subscribers/", "subscribers/roster/"} {
		if days := expiry(tpl, folder); days != 0 {
			c.addf("buckets: %q is forgotten after %d days", folder, days)
		}
	}
}

// expiry returns after how many days S3 forgets what lies in a folder of the
// digests bucket, 0 for never.
func expiry(tpl object, folder string) int {
	for _, r := range list(at(tpl, "Resources", "DigestsBucket", "Properties", "LifecycleConfiguration", "Rules")) {
		if days, err := strconv.Atoi(str(r, "ExpirationInDays")); err == nil && str(r, "Status") == "Enabled" && str(r, "Prefix") == folder {
			return days
		}
	}
	return 0
}

// rule reports whether an enabled lifecycle rule of a bucket does something.
func rule(b named, does string) bool {
	return slices.ContainsFunc(list(b.props("LifecycleConfiguration", "Rules")), func(r any) bool {
		return str(r, "Status") == "Enabled" && at(r, does) != nil
	})
}

// tlsOnly reports whether one of the resource policies denies action to
// everybody who comes without TLS, on exactly the resources of arns.
func tlsOnly(policies []named, action, arns string) bool {
	for _, p := range policies {
		for _, s := range list(p.props("PolicyDocument", "Statement")) {
			var on []string
			for _, r := range list(s, "Resource") {
				on = append(on, text(r))
			}
			if str(s, "Effect") == "Deny" && str(s, "Principal") == "*" && str(s, "Action") == action &&
				str(s, "Condition", "Bool", "aws:SecureTransport") == "false" && fmt.Sprint(on) == arns {
				return true
			}
		}
	}
	return false
}

func checkLogs(tpl object) []string {
	var c complaints
	for _, f := range functions(tpl) {
		c.want("JSON", f.props("LoggingConfig", "LogFormat"), "logs: format of %s", f.id)
		id := target(f.props("LoggingConfig", "LogGroup"))
		group := at(tpl, "Resources", id)
		c.want("AWS::Logs::LogGroup", at(group, "Type"), "logs: group of %s", f.id)
		if at(group, "Properties", "RetentionInDays") == nil {
			c.addf("logs: %s are kept for ever", id)
		}
		c.want("/aws/lambda/"+text(f.props("FunctionName")), at(group, "Properties", "LogGroupName"), "logs: name of %s", id)
	}
	return c
}

func checkFailures(tpl object) []string {
	var c complaints
	var arns []string
	for _, q := range resources(tpl, "AWS::SQS::Queue") {
		arns = append(arns, "${"+q.id+".Arn}")
		c.want("true", q.props("SqsManagedSseEnabled"), "failures: encryption of %s", q.id)
		c.want("1209600", q.props("MessageRetentionPeriod"), "failures: seconds that %s keeps an event", q.id)
	}
	taken := make(map[string]string)
	for _, f := range functions(tpl) {
		on := at(f.props("EventInvokeConfig", "DestinationConfig"), "OnFailure")
		id := target(at(on, "Destination"))
		queue := at(tpl, "Resources", id)
		c.want("AWS::SQS::Queue", at(queue, "Type"), "failures: destination of %s", f.id)
		if other, ok := taken[id]; ok {
			c.addf("failures: %s and %s share %s", f.id, other, id)
		}
		taken[id] = f.id
		if number(at(queue, "Properties", "VisibilityTimeout")) <= number(f.props("Timeout")) {
			c.addf("failures: %s shows an event again while %s may still work on it", id, f.id)
		}
		if !slices.ContainsFunc(allowed(tpl), func(s statement) bool {
			return s.role == target(f.props("Role")) && slices.Contains(s.actions, "sqs:SendMessage") && slices.Contains(s.resources, "${"+id+".Arn}")
		}) {
			c.addf("failures: %s may not write to %s", f.id, id)
		}
	}
	slices.Sort(arns)
	slices.Reverse(arns) // the policy names ingest first
	if !tlsOnly(resources(tpl, "AWS::SQS::QueuePolicy"), "sqs:*", fmt.Sprint(arns)) {
		c.addf("failures: a queue can be read without TLS")
	}
	return c
}

// checkSender holds what delivery counts on: one sender, done before the next
// beat, and never run twice for one.
func checkSender(tpl object) []string {
	var c complaints
	f := named{"DeliverFunction", at(tpl, "Resources", "DeliverFunction")}
	c.want("1", f.props("ReservedConcurrentExecutions"), "sender: reserved concurrency")
	c.want("0", f.props("EventInvokeConfig", "MaximumRetryAttempts"), "sender: retries")
	if timeout := number(f.props("Timeout")); timeout < 60 || timeout >= 900 {
		c.addf("sender: a timeout of %d seconds does not fit between two beats", timeout)
	}
	return c
}

// checkFeedback holds that who bounced or complained is not mailed again, that
// it is told, and that nobody is tracked.
func checkFeedback(tpl object) []string {
	var c complaints
	for _, set := range resources(tpl, "AWS::SES::ConfigurationSet") {
		c.want("[BOUNCE COMPLAINT]", list(set.props("SuppressionOptions"), "SuppressedReasons"), "feedback: suppressed after")
	}
	told := map[string]bool{}
	for _, d := range resources(tpl, "AWS::SES::ConfigurationSetEventDestination") {
		if text(d.props("EventDestination", "Enabled")) != "true" {
			continue
		}
		for _, e := range list(d.props("EventDestination"), "MatchingEventTypes") {
			told[text(e)] = true
		}
	}
	for _, e := range []string{"delivery", "bounce", "complaint", "reject"} {
		if !told[e] {
			c.addf("feedback: nobody is told of %s", e)
		}
	}
	for _, e := range []string{"open", "click"} {
		if told[e] {
			c.addf("feedback: %s is tracked", e)
		}
	}
	return c
}
