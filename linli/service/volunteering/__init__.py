"""志愿服务: who helps with what and when, on what terms, and the hours that prove it; small wishes
and things lent among neighbours."""
