module kecs.dev/lab/helper

go 1.26
