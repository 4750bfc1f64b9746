"""The files of deploy/ are run as they are, with other ports and folders."""
