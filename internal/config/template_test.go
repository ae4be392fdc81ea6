package config_test

import (
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readTemplate returns the text of the template that is deployed.
func readTemplate(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../../template.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTemplate(t *testing.T) {
	tpl := parseTemplate(t, readTemplate(t))
	for _, c := range checks() {
		t.Run(c.name, func(t *testing.T) {
			for _, complaint := range c.run(tpl) {
				t.Error(complaint)
			}
		})
	}
}

// TestTemplateBreach proves the checks: each breaks the template in one place,
// and the check must say so.
func TestTemplateBreach(t *testing.T) {
	source := readTemplate(t)
	proven := make(map[string]bool)
	for _, b := range append(breaches(), webBreaches()...) {
		t.Run(b.check+"/"+b.desc, func(t *testing.T) {
			if !strings.Contains(source, b.old) {
				t.Fatalf("template has no %q", b.old)
			}
			tpl := parseTemplate(t, strings.Replace(source, b.old, b.new, 1))
			for _, c := range checks() {
				if c.name != b.check {
					continue
				}
				proven[c.name] = true
				if got := strings.Join(c.run(tpl), "\n"); !strings.Contains(got, b.want) {
					t.Errorf("check %s says %q, want %q in it", c.name, got, b.want)
				}
			}
		})
	}
	for _, c := range checks() {
		if !proven[c.name] {
			t.Errorf("no breach proves the check %s", c.name)
		}
	}
}

// breach is an edit that a check must object to.
type breach struct {
	check, desc, old, new string
	want                  string // part of the complaint
}

func breaches() []breach {
	return []breach{
		{"functions", "a handler that is no file", "Handler: bootstrap", "Handler: main", "Handler is main, want bootstrap"},
		{"functions", "a retired runtime", "Runtime: provided.al2023", "Runtime: go1.x", "Runtime is go1.x"},
		{"functions", "code from elsewhere", "CodeUri: functions/deliver/", "CodeUri: functions/local/", "functions/local/"},
		{"functions", "no build method", "BuildMethod: go1.x", "BuildMethod: makefile", "BuildMethod is makefile"},
		{"functions", "no tracing", "Tracing: Active", "Tracing: PassThrough", "Tracing is PassThrough"},

		{"environment", "a variable that nobody reads", "HOUR: !Ref DeliveryHour", "HOURS: !Ref DeliveryHour", "HOURS"},
		{"environment", "a variable too few", "          TOPIC: !Ref TopicName\n", "", "config reads"},
		{"environment", "a default that config refuses", "Default: 7\n", "Default: 7.5\n", "is not an hour"},
		{"environment", "a sender that is no address", `'"${SenderName}" <${SenderAddress}>'`, `'${SenderName}: ${SenderAddress}'`, "SENDER"},

		{"schedule", "five fields, as cron has", "cron(0/15 * * * ? *)", "cron(0/15 * * * ?)", "has not six fields"},
		{"schedule", "both days open", "cron(0/15 * * * ? *)", "cron(0/15 * * * * *)", "needs a ?"},
		{"schedule", "a slower beat", "cron(0/15 * * * ? *)", "cron(0 * * * ? *)", "every 15 minutes"},
		{"schedule", "no such timezone", "Default: UTC", "Default: Mars/Olympus", `"Mars/Olympus"`},
		{"schedule", "no timezone", "ScheduleExpressionTimezone: !Ref Timezone", "State: ENABLED", `timezone ""`},
		{"schedule", "a pattern that takes anything", "^(UTC|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+){1,2})$", "^.*$", "takes"},
		{"schedule", "a pattern that refuses real timezones", "(/[A-Za-z0-9_+-]+){1,2}", "/[A-Za-z]+", "refuses America/Argentina/Buenos_Aires"},
		{"schedule", "a flexible window without its width", `Mode: "OFF"`, "Mode: FLEXIBLE", `mode "FLEXIBLE" with <nil> minutes`},
		{"schedule", "a flexible window", `Mode: "OFF"`, "Mode: FLEXIBLE\n              MaximumWindowInMinutes: 15", "late"},
		{"schedule", "another time", "<aws.scheduler.scheduled-time>", "<aws.scheduler.execution-id>", "input is"},
		{"schedule", "input that is not JSON", `"dry_run":false}'`, `"dry_run":false'`, "input:"},
		{"schedule", "a rehearsal for ever", `"dry_run":false`, `"dry_run":true`, "input is"},
		{"schedule", "stale beats", "MaximumRetryAttempts: 5\n              MaximumEventAgeInSeconds: 900", "MaximumRetryAttempts: 185\n              MaximumEventAgeInSeconds: 86400", "oldest beat"},
		{"schedule", "no queue for lost beats", "            DeadLetterConfig:\n              Arn: !GetAtt DeliverFailures.Arn\n", "", "no queue"},

		{"trigger", "digests that start ingest", "Bucket: !Ref ArticlesBucket\n            #", "Bucket: !Ref DigestsBucket\n            #", "${DigestsBucket}"},
		{"trigger", "another prefix", "Value: articles/", "Value: digests/", "digests/"},
		{"trigger", "deletions unnoticed", `["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]`, `["s3:ObjectCreated:*"]`, "events of IngestFunction"},
		{"trigger", "one bucket for both", "BucketName: !Sub ${Name}-digests-", "BucketName: !Sub ${Name}-articles-", "are both"},
		{"trigger", "ingest may write uploads", "Action: [s3:GetObject, s3:GetObjectVersion]", "Action: [s3:GetObject, s3:PutObject]", "may write"},
		{"trigger", "a bucket that notifies", "      VersioningConfiguration:", "      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }\n      VersioningConfiguration:", "ArticlesBucket notifies by itself"},

		{"permissions", "every S3 action", "Action: [s3:GetObject, s3:GetObjectVersion]", "Action: s3:*", "may s3:*"},
		{"permissions", "every read action", "Action: ses:GetAccount", "Action: ses:Get*", "may ses:Get*"},
		{"permissions", "a whole bucket", "- !Sub ${DigestsBucket.Arn}/ledger/*", "- !Sub ${DigestsBucket.Arn}/*", "${DigestsBucket.Arn}/*"},
		{"permissions", "every contact list", ":contact-list/${ContactListName}\n              # Send rate", ":contact-list/*\n              # Send rate", "contact-list/*"},
		{"permissions", "any resource", "Resource: !GetAtt IngestLogs.Arn", `Resource: "*"`, "WriteLogs of IngestRole on *"},
		{"permissions", "any sender", "ses:FromAddress: !Ref SenderAddress", "ses:FromAddress: x", "may send from any address"},
		{"permissions", "a managed policy", "Description: What the deliver function may do", "ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]", "managed policy"},
		{"permissions", "a role made by SAM", "      Role: !GetAtt DeliverRole.Arn\n", "", "DeliverFunction has not just a role"},
		{"permissions", "policies beside the role", "Role: !GetAtt DeliverRole.Arn", "Role: !GetAtt DeliverRole.Arn\n      Policies: [AmazonSESFullAccess]", "DeliverFunction has not just a role"},

		{"buckets", "deleted with the stack", "DeletionPolicy: Retain", "DeletionPolicy: Delete", "DeletionPolicy is Delete"},
		{"buckets", "public by policy", "BlockPublicPolicy: true", "BlockPublicPolicy: false", "BlockPublicPolicy is false"},
		{"buckets", "not encrypted", "SSEAlgorithm: AES256", "SSEAlgorithm: none", "encryption"},
		{"buckets", "owned by the uploader", "ObjectOwnership: BucketOwnerEnforced", "ObjectOwnership: ObjectWriter", "ownership"},
		{"buckets", "stale parts kept", "AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }", "ExpirationInDays: 7", "broken uploads"},
		{"buckets", "contacts kept for ever", "Prefix: subscribers/contacts/", "Prefix: contacts/", "subscribers/contacts/ is kept for 0 days"},
		{"buckets", "the ledger of an open round forgotten", "Prefix: ledger/\n            ExpirationInDays: 45", "Prefix: ledger/\n            ExpirationInDays: 30", "ledger/ is kept for 30 days"},
		{"buckets", "an open round forgotten", "ExpirationInDays: 90", "ExpirationInDays: 9", "rounds/ is kept for 9 days"},
		{"buckets", "the roster forgotten", "Prefix: subscribers/contacts/", "Prefix: subscribers/roster/", `"subscribers/roster/" is forgotten after 7 days`},
		{"buckets", "everything forgotten", "            Prefix: ledger/\n", "", `"" is forgotten after 45 days`},
		{"buckets", "old versions kept", "NoncurrentVersionExpiration: { NoncurrentDays: 30 }", "ExpirationInDays: 3000", "has versions: true"},
		{"buckets", "no versions", "VersioningConfiguration: { Status: Enabled }", "VersioningConfiguration: { Status: Suspended }", "versioning of ArticlesBucket"},
		{"buckets", "plain HTTP", `Resource: [!GetAtt DigestsBucket.Arn, !Sub "${DigestsBucket.Arn}/*"]`, `Resource: [!GetAtt DigestsBucket.Arn]`, "DigestsBucket can be read without TLS"},

		{"logs", "kept for ever", "      RetentionInDays: !Ref LogRetentionDays\n", "", "kept for ever"},
		{"logs", "a group that Lambda makes", "      LoggingConfig:\n        LogGroup: !Ref DeliverLogs\n", "", "group of DeliverFunction"},
		{"logs", "plain text", "LogFormat: JSON", "LogFormat: Text", "format"},
		{"logs", "another function's name", "/aws/lambda/${Name}-ingest", "/aws/lambda/${Name}-other", "name of IngestLogs"},

		{"failures", "a shared queue", "Destination: !GetAtt IngestFailures.Arn", "Destination: !GetAtt DeliverFailures.Arn", "share DeliverFailures"},
		{"failures", "no queue", "Destination: !GetAtt IngestFailures.Arn", "Destination: !GetAtt Nowhere.Arn", "destination of IngestFunction"},
		{"failures", "not encrypted", "SqsManagedSseEnabled: true", "SqsManagedSseEnabled: false", "encryption"},
		{"failures", "forgotten after four days", "MessageRetentionPeriod: 1209600", "MessageRetentionPeriod: 345600", "keeps an event"},
		{"failures", "seen twice", "VisibilityTimeout: 900", "VisibilityTimeout: 30", "may still work on it"},
		{"failures", "no right to write", "Sid: ParkFailedBeats\n                Effect: Allow\n                Action: sqs:SendMessage", "Sid: ParkFailedBeats\n                Effect: Allow\n                Action: sqs:ReceiveMessage", "DeliverFunction may not write"},
		{"failures", "plain HTTP", "Resource: [!GetAtt IngestFailures.Arn, !GetAtt DeliverFailures.Arn]", "Resource: [!GetAtt IngestFailures.Arn]", "without TLS"},

		{"sender", "two senders", "ReservedConcurrentExecutions: 1", "ReservedConcurrentExecutions: 2", "reserved concurrency is 2"},
		{"sender", "still sending at the next beat", "Timeout: 840", "Timeout: 900", "does not fit"},
		{"sender", "a retry beside the beat", "MaximumRetryAttempts: 0", "MaximumRetryAttempts: 2", "retries is 2"},

		{"feedback", "mail to who complained", "SuppressedReasons: [BOUNCE, COMPLAINT]", "SuppressedReasons: [BOUNCE]", "suppressed after is [BOUNCE]"},
		{"feedback", "bounces unnoticed", "deliveryDelay, bounce,", "deliveryDelay,", "nobody is told of bounce"},
		{"feedback", "events switched off", "Enabled: true\n        MatchingEventTypes", "Enabled: false\n        MatchingEventTypes", "nobody is told of delivery"},
		{"feedback", "readers tracked", "[send, delivery,", "[send, open, delivery,", "open is tracked"},

		{"parameters", "in no group", "Parameters: [Timezone, DeliveryHour, EmptyDay, Delivery]", "Parameters: [DeliveryHour, EmptyDay, Delivery]", "Timezone is in 0 groups"},
		{"parameters", "no pattern", "    AllowedPattern: ^[A-Za-z0-9_-]{1,64}$\n", "", "has no pattern"},
		{"parameters", "a pattern against its default", "Default: on-record\n", "Default: On Record\n", "refuses its default"},
		{"parameters", "a wildcard in an ARN", "^[A-Za-z0-9._%+-]+@", "^[^@]+@", `takes "*@example.com"`},
		{"parameters", "no label", "      Timezone: { default: Timezone }\n", "", "Timezone has no description or no label"},

		{"alarms", "a metric that was renamed", "MetricName: Rejections\n", "MetricName: Rejected\n", "which nobody emits"},
		{"alarms", "a dimension that SES has not", `Name: "ses:configuration-set"`, "Name: ConfigurationSet", "which nobody emits"},
		{"alarms", "told to nobody", "AlarmActions: [!Ref Alarms]", "AlarmActions: [!Ref Nobody]", "actions of IngestFailuresAlarm"},
		{"alarms", "a name that the topic refuses", "AlarmName: !Sub ${Name}-rejections", "AlarmName: rejections", "may not publish"},
		{"alarms", "no word of what to do", "        Uploads were rejected within the last hour. The objects below\n        rejected/ say which, why, and what the uploader can do.\n", "        Rejected.\n", "does not say what to do"},
		{"alarms", "a forgotten queue", "!GetAtt DeliverFailures.QueueName }]", "!GetAtt IngestFailures.QueueName }]", "none on ApproximateNumberOfMessagesVisible of DeliverFailures"},
		{"alarms", "after the end", "Threshold: 48000", "Threshold: 60000", "sounds at 60000 ms of 60000"},
		{"alarms", "a silent schedule", "TreatMissingData: breaching", "TreatMissingData: notBreaching", "missing data of MissingBeatAlarm"},
		{"alarms", "an article nobody misses", "MetricName: DigestsLeftOut\n", "MetricName: Stories\n", "none on DigestsLeftOut of DeliverFunction"},
		{"alarms", "a key of AWS's own", "      TopicName: !Sub ${Name}-alarms\n", "      TopicName: !Sub ${Name}-alarms\n      KmsMasterKeyId: alias/aws/sns\n", "can't use the key"},
		{"alarms", "anybody publishes", "Principal: { Service: cloudwatch.amazonaws.com }", `Principal: { AWS: "*" }`, "who may publish"},

		{"dashboard", "broken JSON", `{"widgets": [`, `{"widgets": `, "dashboard:"},
		{"dashboard", "a metric that was renamed", `["OnRecord", "Articles",`, `["OnRecord", "Digests",`, "nobody emits"},
		{"dashboard", "a widget without metrics", `{"type": "log",`, `{"type": "metric",`, "lacks title, region or metrics"},

		{"levels", "a level that drops the metrics", "AllowedValues: [DEBUG, INFO]", "AllowedValues: [DEBUG, INFO, WARN]", "levels that can be chosen"},
	}
}

// TestSampleEvents holds the events under events/ against the template and
// the sample articles, so that they stay events of this stack.
func TestSampleEvents(t *testing.T) {
	tpl := parseTemplate(t, readTemplate(t))
	bucket := strings.NewReplacer("${AWS::AccountId}", "123456789012", "${AWS::Region}", "eu-central-1").
		Replace(deployed(tpl, at(tpl, "Resources", "ArticlesBucket", "Properties", "BucketName")))

	var put struct {
		Records []struct {
			S3 struct {
				Bucket struct{ Name string }
				Object struct {
					Key, ETag string
					Size      int
				}
			}
		}
	}
	for _, name := range []string{"s3-put.json", "s3-remove.json"} {
		readEvent(t, name, &put)
		if got := put.Records[0].S3.Bucket.Name; got != bucket {
			t.Errorf("%s: bucket %s, the template makes %s", name, got, bucket)
		}
	}
	readEvent(t, "s3-put.json", &put)
	object := put.Records[0].S3.Object
	key, err := url.QueryUnescape(object.Key)
	if err != nil {
		t.Fatal(err)
	}
	article, err := os.ReadFile(filepath.Join("../../events", key))
	if err != nil {
		t.Fatal(err)
	}
	sum := md5.Sum(article)
	if etag := hex.EncodeToString(sum[:]); object.Size != len(article) || object.ETag != etag {
		t.Errorf("s3-put.json: size %d, ETag %s; %s has %d, %s", object.Size, object.ETag, key, len(article), etag)
	}
}

func readEvent(t *testing.T, name string, into any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../events", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
