# shellcheck shell=bash
# A run in steps: each with a heading and its time; a failed one does not stop
# the others, so that one run shows all that is wrong.

step_lines=()
failed_steps=0

# step TITLE COMMAND…: must be called plainly, not in a condition, or `set -e`
# would not hold inside.
step() {
  local title=$1 began=$SECONDS verdict word=ok
  shift
  heading "$title"
  set +e
  (
    set -e
    "$@"
  )
  verdict=$?
  set -e
  if [ "$verdict" -ne 0 ]; then
    word=FAILED
    failed_steps=$((failed_steps + 1))
  fi
  step_lines+=("$(printf '%-7s %4ds  %s' "$word" $((SECONDS - began)) "$title")")
}

# Prints what happened; the last line is `N passed, N failed` when tests ran.
# Ends the run, with 1 when a step failed or nothing matched the filter.
summary() {
  local passed=0 failed=0 verdict=0
  heading 'Summary'
  printf '%s\n' "${step_lines[@]}"
  say "total   $(printf '%4d' "$SECONDS")s"
  [ "$failed_steps" -eq 0 ] || verdict=1
  if [ -f "$work_dir/counts" ]; then
    awk '{ printf "%s: %d passed, %d failed\n", $1, $2, $3 }' "$work_dir/counts"
    read -r passed failed < <(awk '{ p += $2; f += $3 } END { print p, f }' "$work_dir/counts")
    if [ $((passed + failed)) -eq 0 ]; then
      say "no test matches: $filter"
      verdict=1
    fi
    say
    say "$passed passed, $failed failed"
  fi
  exit "$verdict"
}
