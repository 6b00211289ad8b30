# Sourced by ./tenure and ./mvnw. After find_jdk, JAVA_HOME is a JDK of at least $JDK_LEAST, or find_jdk has failed.
JDK_LEAST=25

# Prints the major version of the JDK in folder $1, and nothing when there is no JDK.
jdk_major() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null)
    # Some distributions pack no release file.
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
    printf '%s\n' "${version%%[!0-9]*}"
}

# Succeeds when folder $1 holds a JDK that is new enough.
jdk_fits() {
    major=$(jdk_major "$1")
    [ -n "$major" ] && [ "$major" -ge "$JDK_LEAST" ]
}

# The folder behind the java on the path, through all links; on a Mac /usr/bin/java leads nowhere, so it is asked.
jdk_on_path() {
    java=$(command -v java) || return 0
    home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' | head -n 1)
    printf '%s\n' "$home"
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$JAVA_HOME"; then
        export JAVA_HOME
        return 0
    fi
    for home in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/java/* /opt/jdk* /usr/java/* /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if jdk_fits "$home"; then
            JAVA_HOME=$home
            export JAVA_HOME
            return 0
        fi
    done
    home=$(jdk_on_path)
    if [ -n "$home" ] && jdk_fits "$home"; then
        JAVA_HOME=$home
        export JAVA_HOME
        return 0
    fi
    return 1
}
