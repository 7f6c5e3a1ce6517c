#!/usr/bin/env bash
# infra/restore.sh <stage> <instant, e.g. 2026-11-22T09:00:00Z, or "latest"> [--drill]
#
# Restores the table of a stage to a new one beside it, gives it what a restore leaves behind, checks it with fsck, and says how to
# turn the CRM to it. The table in use is only read. With --drill the new table is deleted again: run it every quarter and write
# down the times it prints. Needs the AWS CLI, and credentials that may restore.
set -euo pipefail

stage=${1:?usage: infra/restore.sh <stage> <instant|latest> [--drill]}
instant=${2:?usage: infra/restore.sh <stage> <instant|latest> [--drill]}
drill=${3:-}
poll_s=${POLL_S:-20}
fsck=${FSCK:-npm run -s fsck --}

output() {
  aws cloudformation describe-stacks --stack-name "rapport-$stage-data" \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}
say() { printf '%5ss  %s\n' "$SECONDS" "$1"; }
# Asks until the answer is the wanted one.
await() {
  local wanted=$1
  shift
  until [ "$("$@" --output text)" = "$wanted" ]; do sleep "$poll_s"; done
}

source_table=$(output TableName)
key=$(output TableKeyArn)
account=$(aws sts get-caller-identity --query Account --output text)
target="rapport-$stage-$(date -u +%Y%m%dt%H%M%S)"
bucket="$target-$account"
directory=$(mktemp -d)
if [ "$instant" = latest ]; then when=(--use-latest-restorable-time); else when=(--restore-date-time "$instant"); fi

say "restoring $source_table at $instant to $target"
aws dynamodb restore-table-to-point-in-time --source-table-name "$source_table" --target-table-name "$target" "${when[@]}" \
  --sse-specification-override "Enabled=true,SSEType=KMS,KMSMasterKeyId=$key" >/dev/null
await ACTIVE aws dynamodb describe-table --table-name "$target" --query Table.TableStatus
say 'restored'

# A restore brings items and indexes; recovery, expiry, stream and protection are not part of it.
aws dynamodb update-continuous-backups --table-name "$target" \
  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true,RecoveryPeriodInDays=35 >/dev/null
aws dynamodb update-time-to-live --table-name "$target" --time-to-live-specification Enabled=true,AttributeName=expiresAtS >/dev/null
aws dynamodb update-table --table-name "$target" --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE >/dev/null
await ACTIVE aws dynamodb describe-table --table-name "$target" --query Table.TableStatus
label=$(aws dynamodb describe-table --table-name "$target" --query Table.LatestStreamLabel --output text)
arn=$(aws dynamodb describe-table --table-name "$target" --query Table.TableArn --output text)
say 'recovery, expiry and stream are on'

# fsck reads an export: the table at one instant. The bucket holds everybody's data for these minutes and is removed.
aws s3 mb "s3://$bucket" >/dev/null
trap 'aws s3 rb --force "s3://$bucket" >/dev/null; rm -rf "$directory"' EXIT
export_arn=$(aws dynamodb export-table-to-point-in-time --table-arn "$arn" --s3-bucket "$bucket" \
  --query ExportDescription.ExportArn --output text)
await COMPLETED aws dynamodb describe-export --export-arn "$export_arn" --query ExportDescription.ExportStatus
aws s3 sync "s3://$bucket" "$directory" >/dev/null
say 'exported'
findings=0
$fsck --export "$directory" || findings=$?
say "checked: fsck ended with $findings"

if [ "$drill" = --drill ]; then
  aws dynamodb delete-table --table-name "$target" >/dev/null
  say 'the drill is over, the new table is deleted'
  exit "$findings"
fi
aws dynamodb update-table --table-name "$target" --deletion-protection-enabled >/dev/null
cat <<NEXT

To turn the CRM to the restored table, with the other settings of this stage as always:

  STAGE=$stage RESTORED_TABLE=$target RESTORED_STREAM_LABEL=$label npm run deploy

To turn back, deploy without the two RESTORED_ variables. What was written to the old table since $instant stays there.
NEXT
exit "$findings"
