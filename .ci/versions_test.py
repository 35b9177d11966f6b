"""What `sam deploy` makes of template.yaml: above all, when a parameter changes, which functions get a new version.

A function's alias keeps its version, and a version keeps its environment. So a changed environment reaches readers
only through a new version, and SAM does not publish one for a changed parameter: it hashes a function's properties
with `Ref` and `Sub` as they are written (aws/serverless-application-model#3820). template.yaml therefore names those
parameters in VersionDescription. CloudFormation replaces a version whose description changes, which publishes another
one: the resource schema says so (`createOnlyProperties`), and these tests read it there.
"""

import copy
import logging
import os
import re
import unittest
from functools import cache
from pathlib import Path

os.environ["AWS_DEFAULT_REGION"] = "ap-southeast-1"  # the transform asks for one; nothing is called

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

TEMPLATE = yaml_parse((Path(__file__).parent.parent / "template.yaml").read_text(encoding="utf-8"))
DEFAULTS = {name: str(parameter["Default"]) for name, parameter in TEMPLATE["Parameters"].items()}
FUNCTIONS = [name for name, it in TEMPLATE["Resources"].items() if it["Type"] == "AWS::Serverless::Function"]

logging.getLogger("samtranslator").setLevel(logging.ERROR)  # it warns that nobody collects its metrics

# One other value for each parameter, within its constraints.
OTHER = {
    "SiteUrl": "https://bao.example",
    "SiteName": "Báo Khác",
    "TimeZone": "Asia/Bangkok",
    "CaptchaKeysVersion": "5f1b9a0e-8c4d-4e6f-9a2b-7d3c1e0f4a5b",
    "CaptchaStrength": "FULL",
    "EdgeSecretVersion": "0c9a7b1e-2d3f-4a5b-8c6d-9e0f1a2b3c4d",
    "EdgeOnly": "yes",
    "Edge": "yes",
    "EdgeCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/0c9a7b1e-2d3f-4a5b-8c6d-9e0f1a2b3c4d",
    "EdgeWebAclArn": "arn:aws:wafv2:us-east-1:123456789012:global/webacl/ykien-edge/0c9a7b1e-2d3f-4a5b-8c6d-9e0f1a2b3c4d",
    "EdgePriceClass": "PriceClass_All",
    "NewsroomKeysVersion": "7d3c1e0f-4a5b-4c6d-8e9f-0a1b2c3d4e5f",
    "OidcIssuer": "https://login.bao.example",
    "OidcClientId": "toa-soan",
    "OidcRolesClaim": "groups",
    "DeletionProtection": "false",
    "LogRetentionDays": "90",
    "RequestsPerSecond": "1000",
    "RequestsAtOnce": "2000",
    "CommentsCloseAfterDays": "30",
    "CommentsPerSecond": "20",
    "CommentsAtOnce": "100",
    "AlarmEmail": "truc@bao.example",
    "MonthlyBudget": "100",
    "LongestWaitHours": "48",
    "Runbook": "https://bao.example/operations",
    "Canary": "no",
    "Tracing": "yes",
    "TableReadsPerSecond": "6000",
    "TableWritesPerSecond": "1000",
    "ArticlesConcurrency": "200",
    "CaptchaConcurrency": "50",
    "Architecture": "x86_64",
    "DynamoDbEndpoint": "http://localhost:8001",
}


class Deployment:
    """The resources that CloudFormation is asked for, with every parameter put in its place."""

    def __init__(self, code="1", edit=lambda template: None, **parameters):
        self.parameters = DEFAULTS | parameters
        template = copy.deepcopy(TEMPLATE)
        edit(template)
        for name in FUNCTIONS:  # as `sam deploy` does, after it has put the zip there
            template["Resources"][name]["Properties"]["CodeUri"] = f"s3://bucket/{name}-{code}"
        written = Translator({}, Parser()).translate(template, dict(self.parameters))["Resources"]
        self.resources = {name: self.put(resource) for name, resource in written.items()}

    def put(self, node):
        """The node with parameters for `Ref`, `Sub` and `If`; what is known only in the cloud stays as it is."""
        if isinstance(node, list):
            return [self.put(each) for each in node]
        if not isinstance(node, dict):
            return node
        if node.keys() == {"Ref"} and node["Ref"] in self.parameters:
            return self.parameters[node["Ref"]]
        if node.keys() == {"Fn::If"}:
            condition, then, otherwise = node["Fn::If"]
            return self.put(then if self.holds(TEMPLATE["Conditions"][condition]) else otherwise)
        if node.keys() == {"Fn::Sub"} and isinstance(node["Fn::Sub"], str):
            known = re.sub(r"\$\{(\w+)}", lambda m: self.parameters.get(m[1], m[0]), node["Fn::Sub"])
            return {"Fn::Sub": known}
        return {key: self.put(value) for key, value in node.items()}

    def holds(self, condition):
        """Whether a condition of the template holds, as far as the template writes them: with `Equals` and `Not`."""
        if condition.keys() == {"Fn::Not"}:
            return not self.holds(condition["Fn::Not"][0])
        left, right = self.put(condition["Fn::Equals"])
        return left == right

    def version(self, function):
        """Logical id and description of the version that the function's alias points at."""
        alias = self.resources[f"{function}Aliaslive"]
        logical_id, attribute = alias["Properties"]["FunctionVersion"]["Fn::GetAtt"]
        assert attribute == "Version"
        assert self.resources[logical_id]["Properties"]["FunctionName"] == {"Ref": function}
        return logical_id, self.resources[logical_id]["Properties"]["Description"]


@cache
def deployment(**parameters):
    """A deployment with these parameters; the transform takes a while, so each is made once."""
    return Deployment(**parameters)


def published(before, after):
    """The functions that get a new version: another logical id, or a description that CloudFormation can't change."""
    return {name for name in FUNCTIONS if before.version(name) != after.version(name)}


def changed(before, after):
    """The logical ids whose resource is other than before, whether added, removed or updated."""
    names = before.resources.keys() | after.resources.keys()
    return {name for name in names if before.resources.get(name) != after.resources.get(name)}


def functions_with(variable):
    """The functions that have this variable in their environment."""
    return {n for n in FUNCTIONS if variable in TEMPLATE["Resources"][n]["Properties"]["Environment"]["Variables"]}


def versioned(function, **parameters):
    """The function's properties that a version keeps. How many run at once is the function's own, whatever the version
    ("PutFunctionConcurrency", AWS Lambda API Reference)."""
    properties = dict(deployment(**parameters).resources[function]["Properties"], Description="")
    properties.pop("ReservedConcurrentExecutions", None)
    return properties


def read_by(function):
    """The parameters that what a version keeps depends on, descriptions aside."""
    return {it for it, value in OTHER.items() if versioned(function, **{it: value}) != versioned(function)}


class A_rotation_of_the_captcha_keys(unittest.TestCase):
    before = deployment()
    after = deployment(CaptchaKeysVersion=OTHER["CaptchaKeysVersion"])

    def test_publishes_a_version_of_every_function_that_reads_the_keys_and_of_no_other(self):
        self.assertEqual({"CommentsFunction", "CaptchaFunction"}, functions_with("CAPTCHA_KEYS"))
        self.assertEqual(functions_with("CAPTCHA_KEYS"), published(self.before, self.after))

    def test_changes_the_reference_so_that_CloudFormation_resolves_it_again(self):
        for function in functions_with("CAPTCHA_KEYS"):
            for it, version in (self.before, ""), (self.after, OTHER["CaptchaKeysVersion"]):
                variables = it.resources[function]["Properties"]["Environment"]["Variables"]
                self.assertEqual(
                    {"Fn::Sub": "{{resolve:secretsmanager:${CaptchaKeys}:SecretString:::" + version + "}}"},
                    variables["CAPTCHA_KEYS"],
                )

    def test_changes_nothing_but_those_functions_and_their_versions(self):
        functions = functions_with("CAPTCHA_KEYS")
        versions = {d.version(function)[0] for d in (self.before, self.after) for function in functions}
        self.assertEqual(functions | versions, changed(self.before, self.after))

    def test_publishes_again_at_each_of_its_deployments(self):
        versions = ["", "a" * 32, "b" * 32, "c" * 32]
        steps = [Deployment(CaptchaKeysVersion=version) for version in versions]
        for earlier, later in zip(steps, steps[1:]):
            self.assertEqual(functions_with("CAPTCHA_KEYS"), published(earlier, later))


class A_parameter(unittest.TestCase):
    def test_has_another_value_to_be_tried_with(self):
        self.assertEqual(DEFAULTS.keys(), OTHER.keys())

    def test_publishes_a_version_of_every_function_whose_properties_depend_on_it_and_of_no_other(self):
        for parameter, value in OTHER.items():
            with self.subTest(parameter):
                depending = {function for function in FUNCTIONS if parameter in read_by(function)}
                self.assertEqual(depending, published(deployment(), deployment(**{parameter: value})))

    def test_leaves_a_description_short_enough_for_Lambda(self):
        for function in FUNCTIONS:
            text = TEMPLATE["Resources"][function]["Properties"]["VersionDescription"]["Fn::Sub"]
            longest = re.sub(r"\$\{(\w+)}", lambda m: "x" * longest_value(m[1]), text)
            self.assertLessEqual(len(longest), 256, function)


class The_API(unittest.TestCase):
    def test_wants_a_signature_where_back_ends_ask_and_nowhere_else(self):
        paths = deployment().resources["HttpApi"]["Properties"]["Body"]["paths"]
        wanted = {(m, p): it["security"] for p, its in paths.items() for m, it in its.items() if it.get("security")}
        self.assertEqual({("post", "/captcha/answers"): [{"AWS_IAM": []}]}, wanted)


class A_version(unittest.TestCase):
    def test_is_replaced_when_its_description_changes(self):
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", "AWS::Lambda::Version").schema
        self.assertIn("/properties/Description", schema["createOnlyProperties"])

    def test_has_its_functions_description_so_that_Lambda_sees_something_to_publish(self):
        for function in FUNCTIONS:
            properties = TEMPLATE["Resources"][function]["Properties"]
            self.assertEqual(properties["Description"], properties["VersionDescription"], function)

    def test_is_what_the_API_calls(self):
        body = str(deployment().resources["HttpApi"]["Properties"]["Body"])
        called = set(re.findall(r"functions/\$\{(\w+)}/invocations", body))
        self.assertEqual({f"{function}Aliaslive" for function in FUNCTIONS if function != "QueueWatchFunction"}, called)

    def test_is_what_the_schedule_calls(self):
        rule = deployment().resources["QueueWatchFunctionLook"]["Properties"]
        self.assertEqual([{"Ref": "QueueWatchFunctionAliaslive"}], [target["Arn"] for target in rule["Targets"]])

    def test_is_published_for_new_code(self):
        self.assertEqual(set(FUNCTIONS), published(deployment(), deployment(code="2")))

    def test_is_published_for_a_property_that_is_changed_in_the_template(self):
        def more_time(template):
            template["Resources"]["CaptchaFunction"]["Properties"]["Timeout"] = 20

        self.assertEqual({"CaptchaFunction"}, published(deployment(), Deployment(edit=more_time)))

    def test_is_not_published_for_nothing(self):
        self.assertEqual(set(), changed(Deployment(), Deployment()))


def longest_value(parameter):
    """How long a parameter's value can be, by its constraints."""
    constraints = TEMPLATE["Parameters"][parameter]
    if "AllowedValues" in constraints:
        return max(map(len, constraints["AllowedValues"]))
    if "MaxLength" in constraints:
        return constraints["MaxLength"]
    if "MaxValue" in constraints:
        return len(str(constraints["MaxValue"]))
    return int(re.search(r"\{\d+,(\d+)}", constraints["AllowedPattern"])[1])


if __name__ == "__main__":
    unittest.main()
