package config_test

import (
	"fmt"
	"slices"
	"strings"
)

// published is all that may ever be read from outside, and all of it that
// deliver writes.
const published = "[${DigestsBucket.Arn}/web/issues/* ${DigestsBucket.Arn}/web/feeds/*]"

// checkWeb holds that nothing is published unless somebody asks for it, and
// then those two folders alone: digests, ledger and delivery reports, which
// have addresses, stay closed.
func checkWeb(tpl object) []string {
	var c complaints
	if holds(tpl, at(tpl, "Conditions", "OnCloudFront")) {
		c.addf("web: published without being asked for")
	}
	for _, kind := range []string{"Distribution", "OriginAccessControl", "ResponseHeadersPolicy"} {
		found := resources(tpl, "AWS::CloudFront::"+kind)
		if len(found) != 1 {
			c.addf("web: %d resources %s", len(found), kind)
		}
		for _, r := range found {
			c.want("OnCloudFront", at(r.body, "Condition"), "web: condition of %s", r.id)
		}
	}
	for _, d := range resources(tpl, "AWS::CloudFront::Distribution") {
		c.distribution(tpl, d)
	}
	for _, a := range resources(tpl, "AWS::CloudFront::OriginAccessControl") {
		c.want("always", a.props("OriginAccessControlConfig", "SigningBehavior"), "web: signing")
		c.want("s3", a.props("OriginAccessControlConfig", "OriginAccessControlOriginType"), "web: origin type")
	}
	for _, h := range resources(tpl, "AWS::CloudFront::ResponseHeadersPolicy") {
		c.headers(h)
	}
	c.opened(tpl)
	for _, s := range allowed(tpl) {
		if s.sid == "WriteWeb" {
			c.want(published, s.resources, "web: what deliver may write")
		}
	}
	return c
}

func (c *complaints) distribution(tpl object, d named) {
	config := d.props("DistributionConfig")
	for _, o := range list(config, "Origins") {
		c.want("${DigestsBucket.RegionalDomainName}", at(o, "DomainName"), "web: origin")
		c.want("/web", at(o, "OriginPath"), "web: folder of the origin")
		access, _ := strings.CutSuffix(str(o, "OriginAccessControlId", "Fn::GetAtt"), ".Id")
		if !exists(tpl, "AWS::CloudFront::OriginAccessControl", access) {
			c.addf("web: the origin has no access control")
		}
	}
	if at(config, "CacheBehaviors") != nil {
		c.addf("web: behaviors that are not checked")
	}
	behavior := at(config, "DefaultCacheBehavior")
	c.want("redirect-to-https", at(behavior, "ViewerProtocolPolicy"), "web: protocol")
	c.want("[GET HEAD]", at(behavior, "AllowedMethods"), "web: methods")
	if !exists(tpl, "AWS::CloudFront::ResponseHeadersPolicy", target(at(behavior, "ResponseHeadersPolicyId"))) {
		c.addf("web: no security headers")
	}
	certificate := list(config, "ViewerCertificate", "Fn::If")
	if len(certificate) != 3 || str(certificate[1], "MinimumProtocolVersion") != "TLSv1.2_2021" {
		c.addf("web: old TLS at an own domain")
	}
}

func (c *complaints) headers(h named) {
	security := h.props("ResponseHeadersPolicyConfig", "SecurityHeadersConfig")
	for _, name := range []string{"ContentSecurityPolicy", "ContentTypeOptions", "FrameOptions", "ReferrerPolicy", "StrictTransportSecurity"} {
		c.want("true", at(security, name, "Override"), "web: header %s", name)
	}
	policy := strings.Split(str(security, "ContentSecurityPolicy", "ContentSecurityPolicy"), "; ")
	if !slices.Contains(policy, "default-src 'none'") || slices.ContainsFunc(policy, func(s string) bool { return strings.HasPrefix(s, "script-src") }) {
		c.addf("web: the pages may run scripts: %s", policy)
	}
}

// opened wants no bucket opened to anybody but the distribution, and for it
// the published folders alone.
func (c *complaints) opened(tpl object) {
	var opened []string
	for _, p := range resources(tpl, "AWS::S3::BucketPolicy") {
		for _, s := range list(p.props("PolicyDocument", "Statement")) {
			condition := ""
			if branches := list(s, "Fn::If"); len(branches) == 3 {
				condition, s = text(branches[0]), branches[1]
			}
			if str(s, "Effect") != "Allow" {
				continue
			}
			var on []string
			for _, r := range list(s, "Resource") {
				on = append(on, text(r))
			}
			opened = append(opened, fmt.Sprint(condition, " ", at(s, "Principal"), " ", text(at(s, "Action")), " ", on, " ", text(at(s, "Condition", "StringEquals", "AWS:SourceArn"))))
		}
	}
	want := "OnCloudFront map[Service:cloudfront.amazonaws.com] s3:GetObject " + published +
		" arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${WebDistribution}"
	if !slices.Equal(opened, []string{want}) {
		c.addf("web: the buckets are open to %q, want %q", opened, want)
	}
}

func webBreaches() []breach {
	return []breach{
		{"environment", "an address that config refuses", `!Ref WebBaseUrl]`, `"http://example.com"]`, "not an https address"},
		{"web", "published unasked", "Default: NONE", "Default: CLOUDFRONT", "without being asked"},
		{"web", "made unasked", "    Type: AWS::CloudFront::Distribution\n    Condition: OnCloudFront\n", "    Type: AWS::CloudFront::Distribution\n", "condition of WebDistribution"},
		{"web", "the whole bucket as the origin", "OriginPath: /web", "OriginPath: /", "folder of the origin"},
		{"web", "the articles as the origin", "!GetAtt DigestsBucket.RegionalDomainName", "!GetAtt ArticlesBucket.RegionalDomainName", "origin is"},
		{"web", "an origin that must be public", "            OriginAccessControlId: !GetAtt WebAccess.Id\n", "", "no access control"},
		{"web", "requests unsigned", "SigningBehavior: always", "SigningBehavior: never", "signing is never"},
		{"web", "plain HTTP", "ViewerProtocolPolicy: redirect-to-https", "ViewerProtocolPolicy: allow-all", "protocol is allow-all"},
		{"web", "uploads through it", "AllowedMethods: [GET, HEAD]", "AllowedMethods: [GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE]", "methods is"},
		{"web", "no headers", "          ResponseHeadersPolicyId: !Ref WebHeaders\n", "", "no security headers"},
		{"web", "a header too few", "FrameOptions: { Override: true, FrameOption: DENY }", "XSSProtection: { Override: true, Protection: true }", "header FrameOptions"},
		{"web", "scripts", "default-src 'none'; style-src", "default-src 'self'; style-src", "may run scripts"},
		{"web", "old TLS", "MinimumProtocolVersion: TLSv1.2_2021", "MinimumProtocolVersion: TLSv1", "old TLS"},
		{"web", "the delivery reports", "                - !Sub ${DigestsBucket.Arn}/web/issues/*\n                - !Sub ${DigestsBucket.Arn}/web/feeds/*\n              Condition", "                - !Sub ${DigestsBucket.Arn}/issues/*\n                - !Sub ${DigestsBucket.Arn}/web/feeds/*\n              Condition", "the buckets are open to"},
		{"web", "everybody", "Principal: { Service: cloudfront.amazonaws.com }", `Principal: "*"`, "the buckets are open to"},
		{"web", "every distribution", ":distribution/${WebDistribution}", ":distribution/*", "the buckets are open to"},
		{"web", "digests written where they are published", "- !Sub ${DigestsBucket.Arn}/web/feeds/*\n              # SES", "- !Sub ${DigestsBucket.Arn}/digests/*\n              # SES", "what deliver may write"},
	}
}
