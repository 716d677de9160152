/// A shell whose completion can be set up, with the script that does it.
///
/// The scripts only ask `diagnose __complete` with the words as typed and hand on the answer, whose
/// first line says how to go on: whole words, beginnings of words, or files.
enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish

    /// The script that the shell reads.
    var script: String {
        switch self {
        case .bash: Self.bashScript
        case .zsh: Self.zshScript
        case .fish: Self.fishScript
        }
    }

    /// Bash parts words at `=`, `:`, `<` and `>` too (`COMP_WORDBREAKS`), so that they are put
    /// together as they were typed, and what stands in front of the part is cut off the answers.
    private static let bashScript = #"""
        # Completes diagnose in bash; printed by `diagnose completions bash`.
        _diagnose() {
            local rest=${COMP_LINE:0:COMP_POINT} words=() last=-1 part=
            local index blank form word unquoted
            for ((index = 0; index <= COMP_CWORD; index++)); do
                blank=${rest%%[![:space:]]*}
                rest=${rest#"$blank"}
                part=${COMP_WORDS[index]}
                ((index < COMP_CWORD)) || part=$rest
                if [[ $last == -1 || -n $blank ]]; then
                    last=$((last + 1))
                    words[last]=
                fi
                words[last]+=$part
                rest=${rest#"$part"}
            done
            # Behind a sign that parts words a new one begins.
            [[ $part == [=:\<\>]* ]] && part=${part##*[=:<>]}
            for index in "${!words[@]}"; do
                words[index]=${words[index]//[\\\"\']/}
            done
            unquoted=${words[last]}
            word=${part//[\\\"\']/}
            local prefix=${unquoted%"$word"}
            COMPREPLY=()
            {
                IFS= read -r form
                while IFS=$'\t' read -r word _; do
                    word=${word#"$prefix"}
                    [[ $part == [\"\']* ]] || printf -v word %q "$word"
                    [[ $word == \'\' ]] || COMPREPLY+=("$word")
                done
            } < <("${words[0]}" __complete -- "${words[@]:1}" 2>/dev/null)
            case $form in
            beginnings) compopt -o nospace 2>/dev/null ;;
            files)
                compopt -o filenames 2>/dev/null
                while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$part")
                ;;
            esac
            return 0
        }
        complete -F _diagnose diagnose

        """#

    /// Works from a folder of `fpath` and from `source <(diagnose completions zsh)`.
    private static let zshScript = #"""
        #compdef diagnose
        # Completes diagnose in zsh; printed by `diagnose completions zsh`.
        _diagnose() {
            local -a lines values shown
            local line form
            lines=("${(@f)$("${(Q)words[1]}" __complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
            form=$lines[1]
            for line in "${(@)lines[2,-1]}"; do
                [[ -n $line ]] || continue
                values+=("${line%%$'\t'*}")
                shown+=("${line%%$'\t'*}  ${line#*$'\t'}")
            done
            case $form in
            files)
                compset -P '*='
                _files
                ;;
            beginnings) compadd -l -S '' -d shown -a values ;;
            *) compadd -l -d shown -a values ;;
            esac
        }
        if [[ $funcstack[1] == _diagnose ]]; then
            _diagnose "$@"
        else
            compdef _diagnose diagnose
        fi

        """#

    /// fish adds no space behind `=` itself.
    private static let fishScript = #"""
        # Completes diagnose in fish; printed by `diagnose completions fish`.
        function __diagnose_complete
            set -l given (commandline -opc)
            set -l current (commandline -ct)
            set -l lines ($given[1] __complete -- $given[2..] (string unescape -- "$current") 2>/dev/null)
            if test "$lines[1]" = files
                set -l prefix (string match -r -- '^(?:--[^=]*=)?(?:[a-z]+=)?' "$current")
                set -l name (string sub -s (math (string length -- "$prefix") + 1) -- "$current")
                for path in (__fish_complete_path "$name")
                    printf '%s%s\n' "$prefix" $path
                end
            else
                printf '%s\n' $lines[2..]
            end
        end
        complete -c diagnose -f -a '(__diagnose_complete)'

        """#
}
