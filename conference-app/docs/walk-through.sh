#!/bin/bash
# One case conference from the request to the outcome report and the paper, played with the logins of the demo.
#   conference-app/docs/walk-through.sh [base URL, default http://localhost:8080] [folder for the papers, default .]
# Everybody and everything in it is fictitious (架空).
set -eu

base=${1:-http://localhost:8080}
papers=${2:-.}
api=$base/api/v1
run=walk-$(date +%s)-$$
reply=$(mktemp)
trap 'rm -f "$reply"' EXIT

# day +7: the date in seven days, in Japan (GNU date, else BSD's).
day() { TZ=Asia/Tokyo date -d "$1 days" +%F 2>/dev/null || TZ=Asia/Tokyo date -v"$1"d +%F; }
now() { TZ=Asia/Tokyo date +"$1"; }
step() { printf '\n== %s\n' "$*"; }
field() { grep -o "\"$1\" *: *\"[^\"]*\"" "$reply" | head -n 1 | sed 's/.*: *"//; s/"$//'; }

# call LOGIN METHOD PATH [JSON]: shows the answer; ends the walk where the hub refuses.
call() {
  local login=$1 method=$2 path=$3 status
  shift 3
  if [ $# -gt 0 ]; then
    set -- -H 'Content-Type: application/json' -H "Idempotency-Key: $run-$login-$path" --data "$1"
  fi
  status=$(curl -sS -o "$reply" -w '%{http_code}' -u "$login:demo-pass" -X "$method" "$@" "$api$path")
  printf '%s %s as %s: %s\n' "$method" "$path" "$login" "$status"
  cat "$reply"
  echo
  case $status in 2??) ;; *) echo "The hub refused." >&2; exit 1 ;; esac
}

# paper LOGIN: this login's own edition of the case review form.
paper() {
  local file=$papers/case-review-form-$1.pdf
  curl -sS --fail -u "$1:demo-pass" -o "$file" "$api/conferences/$id/documents/case-review-form.pdf"
  [ "$(head -c 5 "$file")" = '%PDF-' ]
  echo "$file ($(wc -c < "$file" | tr -d ' ') bytes)"
}

step '1 要請: Sapporo asks for a conference'
call sapporo POST /conferences "$(cat <<JSON
{"guidelineItem": 2, "name": "架空 花子", "kana": "カクウ ハナコ", "birthDate": "1988-04-12",
 "address": "北海道札幌市架空区見本町1-2-3", "addressHandling": "WITHHOLD",
 "currentSituation": "民間シェルターに滞在している（架空）。",
 "caseOverview": "夫からの暴力を逃れ、長女と避難した（架空）。",
 "topics": "今後の住まいと、長女の就学について", "wishes": "長女と二人で、静かに暮らしたい",
 "factors": ["DV_ABUSE", "ECONOMIC"],
 "invitees": [
   {"agency": "P0001", "section": "生活安全課", "reason": "身辺の安全の相談"},
   {"agency": "J0001", "section": "相談支援係", "reason": "長女の支援"}],
 "preferredSlots": [{"date": "$(day +7)", "start": "10:00", "end": "12:00"}], "preferredPlace": "オンライン",
 "consent": {"confirmed": true, "method": "FACE_TO_FACE", "confirmedBy": "見本 花子", "confirmedOn": "$(day -1)",
             "validUntil": "$(day +80)", "recipients": ["P0001", "J0001"], "contactAgency": "S0001"},
 "urgent": false}
JSON
)"
id=$(field id)
[ -n "$id" ]

step '2 本人の同意の確認: the shelter, who is with her, has asked her again'
call shelter POST "/conferences/$id/consent-answer" "$(cat <<JSON
{"result": "CONSENTED", "method": "FACE_TO_FACE", "confirmedBy": "例示 美智子", "confirmedOn": "$(day +0)",
 "validUntil": "$(day +80)", "recipients": ["P0001", "J0001"]}
JSON
)"

step '3 可否の決定: the director decides to hold it'
call director POST "/conferences/$id/decision" '{"decision": "HOLD", "reason": "要綱第5条(2)に該当する"}'

step '4 招集: the Center calls the meeting; each invited agency gets a notice without anything personal'
call center POST "/conferences/$id/convening" "$(cat <<JSON
{"start": "$(day +7)T10:00", "end": "$(day +7)T12:00", "place": "オンライン", "online": true,
 "moderator": "C0001", "recorder": "C0001", "participants": [{"agency": "P0001"}, {"agency": "J0001"}]}
JSON
)"

step '5 Before it has answered with the pledge of secrecy, the police see that there is a meeting, and not whose'
call police GET "/conferences/$id"

step '6 出欠の回答: the police will come, give the pledge, and declare no relation to the other party'
call police POST "/conferences/$id/attendance-reply" \
  '{"reply": "ACCEPT", "attendee": "例示 太郎", "pledge": true, "relationToOtherParty": "NONE"}'

step '7 Now the name and the case appear to that attendee, the address does not'
call police GET "/conferences/$id"

step '8 情報提供: what the police know and propose'
call police POST "/conferences/$id/information-sheet" \
  '{"facts": "相談の記録がある（架空）。", "proposedSupport": "110番通報の登録と、自宅周辺の巡回"}'

# A meeting may be held earlier than it was called for; it ends not later than now, and on the day of the request at
# the earliest.
today=$(day +0)
end=$(now %H:%M:%S)
start=$(TZ=Asia/Tokyo date -d '-40 minutes' +%H:%M:%S 2>/dev/null || TZ=Asia/Tokyo date -v-40M +%H:%M:%S)
if [[ $start > $end ]]; then start=00:00:00; fi
attendance='[{"agency": "011002", "name": "見本 花子", "presence": "PRESENT"},
 {"agency": "C0001", "name": "見本 和子", "presence": "PRESENT"},
 {"agency": "P0001", "name": "例示 太郎", "presence": "PRESENT"},
 {"agency": "J0001", "name": null, "presence": "ABSENT"}]'

step '9 開催: the Center, which took the minutes, records that the meeting was held'
call center POST "/conferences/$id/holding" "$(cat <<JSON
{"start": "${today}T$start", "end": "${today}T$end", "place": "オンライン", "attendance": $attendance}
JSON
)"

step '10 結果報告: Sapporo reports on the second section of the same form'
call sapporo POST "/conferences/$id/outcome-report" "$(cat <<JSON
{"recordedOn": "$today", "recordedBy": "札幌市 見本 花子",
 "start": "${today}T$start", "end": "${today}T$end", "place": "オンライン", "attendance": $attendance,
 "outcome": "転居先を探し、転校の手続を進める。警察は110番通報の登録を行う（架空）。",
 "actions": [{"agency": "011002", "what": "転居先の確保と支援措置の申出", "due": "$(day +14)"},
             {"agency": "P0001", "what": "110番通報の登録", "due": "$(day +3)"}],
 "leadAgency": "011002"}
JSON
)"

step '11 What everybody may see of it now, and the papers: one edition for each reader'
call sapporo GET "/conferences/$id"
paper sapporo
paper police
echo
echo 'Done: from the request to the paper.'
