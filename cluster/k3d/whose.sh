# shellcheck shell=sh disable=SC2154 # guard.sh sets them
# Tells whose the cluster is, or what is left of one, without changing anything: in three lines
# "ours" or "others", which creation of it is there, and its holder.
#
#   the variables of guard.sh
look
verdict=others
! is_ours || verdict=ours
printf '%s\n' "$verdict" "$epoch" "$holder"
