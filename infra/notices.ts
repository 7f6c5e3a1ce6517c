import { Stack } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { Config } from './config.ts'
import { accept } from './nag.ts'

/** Where alarms go. An e-mail address gets them once its owner has confirmed the subscription. */
export function createNotices(scope: Construct, config: Config, key: IKey): Topic {
  const topic = new Topic(scope, 'Notices', {
    topicName: `rapport-${config.stage}-notices`,
    masterKey: key,
    enforceSSL: true,
  })
  if (config.alarmEmail) {
    accept(topic.addSubscription(new EmailSubscription(config.alarmEmail)), {
      'Serverless-SNSRedrivePolicy':
        'A notice that cannot be mailed is still an alarm on the dashboard; a queue of them would be read by nobody.',
    })
  }
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsAndBudgetsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com'), new ServicePrincipal('budgets.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  )
  return topic
}

/**
 * Tells before the month's bill is what nobody expected. It counts the whole account: costs by tag only show once somebody has
 * activated the tag in the billing console, and a budget that silently counts nothing is worse than one that counts too much.
 */
export function createBudget(scope: Construct, { stage, budgetUsdPerMonth }: Config, topic: Topic): CfnBudget {
  const notify = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
    subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
  })
  const budget = new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: `rapport-${stage}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: budgetUsdPerMonth, unit: 'USD' },
    },
    notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)],
  })
  // Budgets sends a test message when it is made, and fails when it may not.
  if (topic.node.tryFindChild('Policy')) budget.node.addDependency(topic.node.findChild('Policy'))
  return budget
}
