# shellcheck shell=bash
# The test runners and the count of what they report. Every figure is read from
# a runner's own report; a runner that reports no test at all has failed.

# The filter of `./x test FILTER`, empty for all tests.
filter=''

# count KIND PASSED FAILED: notes a runner's result for the summary.
count() {
  say "$1 $2 $3" >>"$work_dir/counts"
  [ -n "$filter" ] || [ $(($2 + $3)) -gt 0 ] || fail "$1: the runner reported no test"
}

test_rust() {
  local log=$work_dir/rust.log verdict=0
  if cargo nextest --version >/dev/null 2>&1; then
    run_nextest "$log" || verdict=$?
    count_nextest "$log"
  else
    run_cargo_test "$log" --all-targets || verdict=$?
    count_cargo_test rust "$log"
  fi
  return "$verdict"
}

# nextest leaves the examples in documentation out; there may be none of them.
test_rust_examples() {
  local log=$work_dir/examples.log verdict=0
  run_cargo_test "$log" --doc || verdict=$?
  ! grep -q '^running [1-9]' "$log" || count_cargo_test examples "$log"
  return "$verdict"
}

run_nextest() {
  cargo nextest run --workspace --release --no-fail-fast --no-tests=pass --color never \
    ${filter:+"$filter"} 2>&1 | tee "$1"
}

run_cargo_test() {
  local log=$1
  shift
  cargo test --workspace --release --no-fail-fast "$@" -- ${filter:+"$filter"} 2>&1 | tee "$log"
}

# The line reads "Summary [ 1.2s] 52 tests run: 50 passed (1 slow), 2 failed, 0 skipped";
# whatever ran and did not pass (timed out, crashed) has failed.
count_nextest() {
  local summary ran passed
  summary=$(grep -E '^ *Summary \[' "$1" | tail -n 1) || fail 'rust: the tests did not run, see above'
  ran=$(sed -E 's/.*\] *([0-9]+)[^:]*:.*/\1/' <<<"$summary")
  passed=$(sed -nE 's/.*: ([0-9]+) passed.*/\1/p' <<<"$summary")
  count rust "${passed:-0}" $((ran - ${passed:-0}))
}

# Sums the lines "test result: ok. 3 passed; 1 failed; …", one for each binary.
count_cargo_test() {
  local sums
  grep -q '^test result:' "$2" || fail "$1: the tests did not run, see above"
  sums=$(awk '/^test result:/ { for (i = 1; i < NF; i++) { if ($(i+1) == "passed;") p += $i; if ($(i+1) == "failed;") f += $i } }
    END { print p + 0, f + 0 }' "$2")
  # shellcheck disable=SC2086
  count "$1" $sums
}

test_ui_unit() {
  local verdict=0
  (cd ui && npm test --silent -- --reporter=default --reporter=json --outputFile.json="$work_dir/unit.json" \
    --passWithNoTests ${filter:+-t "$filter"}) || verdict=$?
  count_json ui "$work_dir/unit.json"
  return "$verdict"
}

test_browser() {
  local verdict=0
  (cd ui && PLAYWRIGHT_JSON_OUTPUT_FILE=$work_dir/browser.json npm run --silent e2e -- --reporter=list,json \
    --pass-with-no-tests ${filter:+-g "$filter"} "$@") || verdict=$?
  count_json browser "$work_dir/browser.json"
  return "$verdict"
}

count_json() {
  local counts
  [ -s "$2" ] || fail "$1: the tests did not run, see above"
  counts=$(node scripts/count-tests.mjs "$2")
  # shellcheck disable=SC2086
  count "$1" $counts
}
