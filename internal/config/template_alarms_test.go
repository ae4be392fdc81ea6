package config_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"onrecord/internal/metrics"
)

// emitted lists, by namespace and dimension, the metrics that alarms and the
// dashboard may name: ours, and those of AWS that On Record's resources have.
func emitted(namespace, dimension string) []string {
	switch namespace + " by " + dimension {
	case metrics.Namespace + " by " + metrics.FunctionName:
		return []string{
			metrics.Articles, metrics.ArticleSize, metrics.Speakers, metrics.Rejections, metrics.Withdrawals, metrics.Retries,
			metrics.FetchTime, metrics.ParseTime, metrics.ExtractTime, metrics.AttributeTime, metrics.SummarizeTime, metrics.StoreTime,
			metrics.MailsSent, metrics.MailsRefused, metrics.MailsUnconfirmed, metrics.Subscribers,
			metrics.Stories, metrics.SendRate, metrics.BeatTime, metrics.QuotaReached, metrics.AccountRefused, metrics.DigestsLeftOut,
		}
	case "AWS/Lambda by FunctionName":
		return []string{"Invocations", "Errors", "Throttles", "Duration"}
	case "AWS/SQS by QueueName":
		return []string{"ApproximateNumberOfMessagesVisible"}
	case "AWS/SES by ses:configuration-set":
		return []string{"Reputation.BounceRate", "Reputation.ComplaintRate"}
	}
	return nil
}

// alarm is an alarm of the template.
type alarm struct{ named }

// about returns the dimension of the metric, and the resource that it names.
func (a alarm) about() (dimension, resource string) {
	dimensions := list(a.props("Dimensions"))
	if len(dimensions) != 1 {
		return "", ""
	}
	resource, _ = strings.CutSuffix(target(at(dimensions[0], "Value")), ".QueueName")
	return str(dimensions[0], "Name"), resource
}

// on reports whether the alarm is about a metric of a resource.
func (a alarm) on(metric, resource string) bool {
	_, about := a.about()
	return str(a.body, "Properties", "MetricName") == metric && about == resource
}

func alarms(tpl object) []alarm {
	var found []alarm
	for _, r := range resources(tpl, "AWS::CloudWatch::Alarm") {
		found = append(found, alarm{r})
	}
	return found
}

// checkAlarms wants an alarm for everything that an operator must hear of,
// and each on a metric that somebody emits, told to somebody.
func checkAlarms(tpl object) []string {
	var c complaints
	all := alarms(tpl)
	for _, a := range all {
		dimension, _ := a.about()
		if namespace, name := str(a.body, "Properties", "Namespace"), str(a.body, "Properties", "MetricName"); !slices.Contains(emitted(namespace, dimension), name) {
			c.addf("alarms: %s is on %s of %s by %q, which nobody emits", a.id, name, namespace, dimension)
		}
		c.want("[map[Ref:Alarms]]", list(a.props("AlarmActions")), "alarms: actions of %s", a.id)
		if !strings.HasPrefix(text(a.props("AlarmName")), "${Name}-") {
			c.addf("alarms: %s may not publish to the topic by its name %s", a.id, text(a.props("AlarmName")))
		}
		if len(text(a.props("AlarmDescription"))) < 60 {
			c.addf("alarms: %s does not say what to do", a.id)
		}
	}
	wanted := func(metric, resource string) {
		if !slices.ContainsFunc(all, func(a alarm) bool { return a.on(metric, resource) }) {
			c.addf("alarms: none on %s of %s", metric, resource)
		}
	}
	for _, f := range functions(tpl) {
		wanted("Errors", f.id)
		wanted("Throttles", f.id)
		wanted("Duration", f.id)
		c.duration(all, f)
	}
	for _, q := range resources(tpl, "AWS::SQS::Queue") {
		wanted("ApproximateNumberOfMessagesVisible", q.id)
	}
	wanted(metrics.Rejections, "IngestFunction")
	wanted(metrics.MailsUnconfirmed, "DeliverFunction")
	wanted(metrics.AccountRefused, "DeliverFunction")
	wanted(metrics.QuotaReached, "DeliverFunction")
	wanted(metrics.DigestsLeftOut, "DeliverFunction")
	wanted("Reputation.BounceRate", "ConfigurationSet")
	wanted("Reputation.ComplaintRate", "ConfigurationSet")
	wanted("Invocations", "DeliverFunction")
	for _, a := range all {
		if a.on("Invocations", "DeliverFunction") {
			// No call is no value, and no value must not pass for health.
			c.want("breaching", a.props("TreatMissingData"), "alarms: missing data of %s", a.id)
		}
	}
	c.topic(tpl)
	return c
}

// duration wants the alarm on a function's duration to sound before Lambda
// ends the function.
func (c *complaints) duration(all []alarm, f lambda) {
	timeout := 1000 * number(f.props("Timeout"))
	for _, a := range all {
		if !a.on("Duration", f.id) {
			continue
		}
		if at := number(a.props("Threshold")); at >= timeout || at < timeout*3/4 {
			c.addf("alarms: %s sounds at %d ms of %d", a.id, at, timeout)
		}
	}
}

// topic wants the alarms to reach their topic, which they can't where it is
// encrypted with a key that CloudWatch may not use.
func (c *complaints) topic(tpl object) {
	for _, t := range resources(tpl, "AWS::SNS::Topic") {
		if t.props("KmsMasterKeyId") != nil {
			c.addf("alarms: CloudWatch can't use the key of %s", t.id)
		}
	}
	publishers := map[string]string{}
	for _, p := range resources(tpl, "AWS::SNS::TopicPolicy") {
		for _, s := range list(p.props("PolicyDocument", "Statement")) {
			publishers[text(at(s, "Principal"))] = str(s, "Effect")
		}
	}
	if len(publishers) != 2 || publishers["map[Service:cloudwatch.amazonaws.com]"] != "Allow" || publishers["*"] != "Deny" {
		c.addf("alarms: who may publish is %v", publishers)
	}
}

// checkDashboard wants JSON whose every metric somebody emits.
func checkDashboard(tpl object) []string {
	var c complaints
	found := resources(tpl, "AWS::CloudWatch::Dashboard")
	if len(found) != 1 {
		c.addf("dashboard: there are %d", len(found))
	}
	for _, d := range found {
		body := regexp.MustCompile(`\$\{[^}]*\}`).ReplaceAllString(text(d.props("DashboardBody")), "x")
		var board struct {
			Widgets []struct {
				Type       string
				Properties struct {
					Title, Region string
					Metrics       [][]any
				}
			}
		}
		if err := json.Unmarshal([]byte(body), &board); err != nil {
			c.addf("dashboard: %v", err)
		}
		for _, w := range board.Widgets {
			if w.Properties.Title == "" || w.Properties.Region == "" || (w.Type == "metric") != (len(w.Properties.Metrics) > 0) {
				c.addf("dashboard: the %s %q lacks title, region or metrics", w.Type, w.Properties.Title)
			}
			for _, m := range w.Properties.Metrics {
				if !slices.Contains(emitted(text(m[0]), text(m[2])), text(m[1])) {
					c.addf("dashboard: nobody emits %v", m[:3])
				}
			}
		}
	}
	return c
}

// checkLevels wants no log level that keeps the metrics from CloudWatch.
func checkLevels(tpl object) []string {
	var c complaints
	c.want("[DEBUG INFO]", at(tpl, "Parameters", "LogLevel", "AllowedValues"), "levels: the levels that can be chosen")
	for _, f := range functions(tpl) {
		c.want("${LogLevel}", f.props("LoggingConfig", "ApplicationLogLevel"), "levels: that of %s", f.id)
	}
	return c
}
