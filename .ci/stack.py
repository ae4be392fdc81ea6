"""Puts the template on a stand-in for AWS, transformed as `sam deploy` has it
transformed, under the name that the Makefile asks for.

    stack.py ENDPOINT
"""
import json
import sys
import zipfile
from io import BytesIO

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

endpoint = sys.argv[1]
with open("template.yaml", encoding="utf-8") as f:
    template = yaml_parse(f)

code = BytesIO()
with zipfile.ZipFile(code, "w") as z:
    z.writestr("bootstrap", "")
s3 = boto3.client("s3", endpoint_url=endpoint)
s3.create_bucket(Bucket="code", CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})
s3.put_object(Bucket="code", Key="bootstrap.zip", Body=code.getvalue())
for resource in template["Resources"].values():
    if resource["Type"] == "AWS::Serverless::Function":
        resource["Properties"]["CodeUri"] = "s3://code/bootstrap.zip"

# The stand-in has no contact lists in CloudFormation, so the stack is told
# that there is one.
parameters = {"SenderAddress": "digest@example.com", "CreateContactList": "false"}
stack = Translator({}, Parser()).translate(template, dict(parameters))
# It forgets defaults when it updates a stack, so it is told them.
parameters = {name: str(p["Default"]) for name, p in template["Parameters"].items() if "Default" in p} | parameters
cloudformation = boto3.client("cloudformation", endpoint_url=endpoint)
cloudformation.create_stack(
    StackName="on-record", TemplateBody=json.dumps(stack), Capabilities=["CAPABILITY_IAM"],
    Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()])
boto3.client("sesv2", endpoint_url=endpoint).create_contact_list(
    ContactListName="on-record",
    Topics=[{"TopicName": "daily", "DisplayName": "Daily", "DefaultSubscriptionStatus": "OPT_OUT"}])
made = cloudformation.describe_stacks(StackName="on-record")["Stacks"][0]
if made["StackStatus"] != "CREATE_COMPLETE":
    sys.exit(f"stack.py: {made['StackStatus']}: {made.get('StackStatusReason')}")
print(f"{len(stack['Resources'])} resources, {len(made['Outputs'])} outputs")
