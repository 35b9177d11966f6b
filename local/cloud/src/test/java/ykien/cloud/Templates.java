package ykien.cloud;

import java.util.Map;

/// A small template of the tests' own, with one of everything that the real one may use.
final class Templates {
    static final String YAML = """
            AWSTemplateFormatVersion: 2010-09-09
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              SiteUrl: {Type: String, Default: ''}
              Production: {Type: String, Default: 'no'}
              Retention: {Type: Number, Default: 30}
            Mappings:
              Sizes:
                small: {memory: 256}
            Conditions:
              IsProduction: !Equals [!Ref Production, 'yes']
              IsPlayground: !Not [!Condition IsProduction]
              HasSite: !Not [!Equals [!Ref SiteUrl, '']]
              IsLive: !And [!Condition IsProduction, !Condition HasSite]
            Globals:
              Function:
                Timeout: 10
                MemorySize: 512
                Environment:
                  Variables:
                    SITE_URL: !Ref SiteUrl
                    SITE_NAME: Báo Mẫu
            Resources:
              HttpApi:
                Type: AWS::Serverless::HttpApi
              ReadFunction:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: target/read.zip
                  Handler: read.ReadFunction::handleRequest
                  MemorySize: !FindInMap [Sizes, small, memory]
                  Environment:
                    Variables:
                      TABLE: !Ref NotesTable
                      SITE_NAME: Another
                      KEYS: '{{resolve:secretsmanager:keys}}'
                      DEBUG: !If [IsProduction, 'off', !Ref AWS::NoValue]
                  Events:
                    Note: {Type: HttpApi, Properties: {ApiId: !Ref HttpApi, Path: '/notes/{id}', Method: get}}
                    AnyNote: {Type: HttpApi, Properties: {ApiId: !Ref HttpApi, Path: '/notes/{id}', Method: any}}
                    Else: {Type: HttpApi, Properties: {ApiId: !Ref HttpApi}}
              WriteFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: write.WriteFunction
                  Policies:
                    - Version: 2012-10-17
                      Statement:
                        - Effect: Allow
                          Action: dynamodb:Query
                          Resource: !Sub '${NotesTable.Arn}/index/byAuthor'
                  Events:
                    Post: {Type: HttpApi, Properties: {ApiId: !Ref HttpApi, Path: /notes, Method: POST}}
              NotesTable:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  AttributeDefinitions:
                    - {AttributeName: id, AttributeType: S}
                    - {AttributeName: author, AttributeType: S}
                    - {AttributeName: writtenAt, AttributeType: S}
                  GlobalSecondaryIndexes:
                    - IndexName: byAuthor
                      KeySchema: [{AttributeName: author, KeyType: HASH}, {AttributeName: writtenAt, KeyType: RANGE}]
                      Projection: {ProjectionType: INCLUDE, NonKeyAttributes: [card]}
                  TimeToLiveSpecification: {AttributeName: expiresAt, Enabled: true}
              Alarm:
                Type: AWS::CloudWatch::Alarm
                Condition: IsProduction
                Properties:
                  AlarmName: !Join ['-', [!Ref AWS::StackName, alarm]]
            """;

    private Templates() {}

    static Template defaults() {
        return Template.parse(YAML, Map.of());
    }
}
