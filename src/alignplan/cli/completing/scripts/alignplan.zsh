#compdef alignplan
# Completion of `alignplan` in zsh.
#
# Now:     source <(alignplan completion zsh)
# Always:  alignplan completion zsh > FOLDER/_alignplan     where FOLDER is one of $fpath
#          or the first line in ~/.zshrc, below `compinit`
#
# It asks the `alignplan` that is being typed, and needs no change when that is updated.

_alignplan() {
  local program=${(Q)words[1]} first line
  local -a answer closed open where
  program=${program/#\~\//$HOME/}
  whence -p -- $program >/dev/null || program=alignplan
  answer=("${(@f)$(command $program __complete zsh "${(Q)PREFIX}" "${(@Q)words[1,CURRENT-1]}" 2>/dev/null </dev/null)}")
  first=$answer[1]
  shift answer
  case $first in
    files*|folders*)
      where=("${(@s: :)first}")
      compset -p $where[2]
      [[ $first == folders* ]] && closed=(-/)
      (( $#where > 2 )) && closed+=(-W "${(j: :)where[3,-1]}")
      _path_files $closed
      ;;
    words*)
      for line in "$answer[@]"; do
        case $line in
          +*) open+=("${line#?}") ;;
          -*) closed+=("${line#?}") ;;
        esac
      done
      _describe alignplan closed -- open -S ''
      ;;
  esac
}

if [[ $funcstack[1] == _alignplan ]]; then
  _alignplan "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _alignplan alignplan
fi
