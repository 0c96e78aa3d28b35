#!/usr/bin/env bash
# score.sh EXAM PART HALF: build a graph from annotated articles and score its claims.
# EXAM holds score.py, seeds/ and dev/; HALF of dev is `looking` or `reporting`, of seeds `all`.
# Only articles of the half are scored: the other half's gold is left out.
set -euo pipefail
exam=$1 part=$2 half=$3
out=exam-out/$part-$half
looking="003 009 015 021 027 033 039 045"
rm -rf "$out" && mkdir -p "$out/gold"
for file in "$exam/$part"/gold/*.json; do
  id=$(basename "$file" .json)
  case "$half:$(grep -qw "$id" <<<"$looking" && echo looking || echo reporting)" in
    all:* | looking:looking | reporting:reporting) cp "$file" "$out/gold/" ;;
  esac
done
allegiance=$(dirname "$PYTHON")/allegiance
"$allegiance" build "$exam/$part/articles.jsonl" -o "$out/graph" 2>"$out/build.log" >/dev/null
"$allegiance" export "$out/graph" --format jsonl -o "$out/claims.jsonl" 2>/dev/null
echo "== $part ($half)"
"$PYTHON" "$exam/score.py" "$out/gold" "$out/claims.jsonl" | tail -3
